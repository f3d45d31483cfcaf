import { UserError } from '../errors.ts'
import { canonicalAddress } from '../intake/canonical-address.ts'
import type { Feed } from '../storage/feeds.ts'

/**
 * The feed that is meant by an address, an id, a title or part of one, among those that a place follows.
 * @throws UserError where none or several are meant
 */
export function feedMeant(typed: string, feeds: readonly Feed[]): Feed {
  // Slack wraps addresses as <https://…|label>
  const plain = typed.replace(/^<([^|>]+)(?:\|[^>]*)?>$/, '$1')
  const canonical = canonicalAddress(plain)
  const exact = feeds.filter(({ id, address }) => id === plain || (canonical !== null && canonicalAddress(address) === canonical))
  const like = feeds.filter(({ title, address }) => `${title ?? ''} ${address}`.toLowerCase().includes(plain.toLowerCase()))
  const found = exact.length > 0 ? exact : like
  if (found.length === 1) return found[0]!
  if (found.length === 0)
    throw new UserError('not_found', `No feed "${plain}" is followed here. /feeds list shows those that are.`, {
      suggestions: ['feeds list'],
    })
  const among = found.slice(0, 5)
  throw new UserError(
    'ambiguous',
    `"${plain}" could be ${among.map(({ title, address }) => title ?? address).join(' or ')}. Give its address.`,
    {
      suggestions: among.map(({ address }) => `feeds remove ${address}`),
    },
  )
}
