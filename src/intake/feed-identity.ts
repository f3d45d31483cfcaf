import { createHash } from 'node:crypto'
import { canonicalAddress } from './canonical-address.ts'
import type { FeedItem } from './feed-item.ts'
import { fingerprint } from './fingerprint.ts'
import { plainOf } from './plain-of-html.ts'

/** By what an entry is known again within its feed; null: it has no such key, or one that does not tell it from others. */
export interface ItemKeys {
  guid: string | null
  /** Canonical address. */
  address: string | null
  /** Fingerprint of title and text, where there is enough of it. */
  print: string | null
  /** Changes with title or text, with nothing else: not with dates, guids or addresses. */
  hash: string
}

/** An entry that the store knows already. */
export interface KnownItem extends ItemKeys {
  id: string
}

/** An entry of the feed beside what is known of it: null where it is new. */
export interface Matched<K extends KnownItem> {
  item: FeedItem
  keys: ItemKeys
  /** Made from the first of its keys: the same entry gives the same id in every run. */
  id: string
  known: K | null
}

/** A text shorter than this is no key: "Weekly update" may be the whole entry, week after week. */
const leastForPrint = 200

/**
 * The keys of each entry. A guid or address that several entries of one feed share under different titles (release notes on one page, a constant guid)
 * tells nothing and is left out, as is the address of a site's front page.
 */
export function keysOf(items: FeedItem[]): ItemKeys[] {
  const words = items.map(({ content }) => plainOf(content))
  const plain = items.map(({ guid, url }) => ({ guid, address: url === null ? null : canonicalAddress(url) }))
  const shared = (key: 'guid' | 'address') => {
    const titles = new Map<string, Set<string>>()
    plain.forEach((each, index) => {
      const value = each[key]
      if (value !== null)
        titles.set(value, (titles.get(value) ?? new Set()).add(fingerprint(items[index]!.title || words[index]!)))
    })
    return new Set([...titles].filter(([, of]) => of.size > 1).map(([value]) => value))
  }
  const sharedGuids = shared('guid')
  const sharedAddresses = shared('address')
  return items.map(({ title }, index) => {
    const { guid, address } = plain[index]!
    const front = address !== null && /^https:\/\/[^/?]+$/.test(address)
    const hash = fingerprint(`${title}\n${words[index]}`)
    return {
      guid: guid !== null && !sharedGuids.has(guid) ? guid : null,
      address: address !== null && !front && !sharedAddresses.has(address) ? address : null,
      print: words[index]!.length >= leastForPrint ? hash : null,
      hash,
    }
  })
}

/**
 * Which entries are known: any key that hits makes it the same entry, whatever its date or place in the feed. An entry that stands twice in one feed counts once.
 */
export function matchItems<K extends KnownItem>(feed: string, items: FeedItem[], keys: ItemKeys[], known: K[]): Matched<K>[] {
  const index = new Map<string, K>()
  for (const each of known) for (const key of keyWords(each)) if (!index.has(key)) index.set(key, each)
  const taken = new Set<string>()
  const found: Matched<K>[] = []
  items.forEach((item, at) => {
    const own = keyWords(keys[at]!)
    const hit = own.map((key) => index.get(key)).find((each) => each !== undefined) ?? null
    const marks = hit ? [hit.id, ...own] : own
    if (marks.some((mark) => taken.has(mark))) return
    for (const mark of marks) taken.add(mark)
    found.push({ item, keys: keys[at]!, id: hit?.id ?? itemId(feed, own[0] ?? `hash ${keys[at]!.hash}`), known: hit })
  })
  return found
}

const keyWords = ({ guid, address, print }: ItemKeys): string[] => [
  ...(guid === null ? [] : [`guid ${guid}`]),
  ...(address === null ? [] : [`address ${address}`]),
  ...(print === null ? [] : [`print ${print}`]),
]

const itemId = (feed: string, key: string): string => createHash('sha256').update(`${feed} ${key}`).digest('hex').slice(0, 24)
