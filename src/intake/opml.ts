import { generateOpml, parseOpml } from 'feedsmith'
import { UserError } from '../errors.ts'
import { withoutDoctype } from './feeds.ts'

/** One feed of a list. */
export interface ListedFeed {
  title: string | null
  address: string
}

interface Outline {
  text?: string
  title?: string
  xmlUrl?: string
  outlines?: Outline[]
}

/**
 * The feeds of an OPML list (opml.org/spec2), folders or not, each address once.
 * @throws UserError where it is no OPML or names no feed
 */
export function readOpml(source: string): ListedFeed[] {
  let outlines: Outline[]
  try {
    outlines = (parseOpml(withoutDoctype(source)).body?.outlines ?? []) as Outline[]
  } catch (cause) {
    throw new UserError('bad_input', 'That is no OPML list of feeds. Export one from your feed reader and give that file.', {
      cause,
    })
  }
  const found = new Map<string, ListedFeed>()
  const walk = (each: Outline): void => {
    const address = each.xmlUrl?.trim()
    if (address && /^https?:\/\//i.test(address) && !found.has(address))
      found.set(address, { title: each.title ?? each.text ?? null, address })
    for (const inner of each.outlines ?? []) walk(inner)
  }
  for (const each of outlines) walk(each)
  if (found.size === 0) throw new UserError('bad_input', 'That OPML list names no feed with an http(s) address.')
  return [...found.values()]
}

/** A list of feeds as OPML 2.0. */
export function writeOpml(feeds: ListedFeed[]): string {
  return `${generateOpml({
    head: { title: 'Feeds read by Launchwire' },
    body: { outlines: feeds.map(({ title, address }) => ({ text: title ?? address, type: 'rss', xmlUrl: address })) },
  })}\n`.replace(/\n+$/, '\n')
}
