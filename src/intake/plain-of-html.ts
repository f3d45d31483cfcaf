import { parseHTML } from 'linkedom'

/** The words of a short piece of HTML (a feed's title or teaser), on one line. Plain text comes back as it is. */
export function plainOf(source: string): string {
  if (!/[<&]/.test(source)) return source.replace(/\s+/g, ' ').trim()
  const { document } = parseHTML(`<!doctype html><html><body>${source.slice(0, 200_000)}</body></html>`)
  for (const node of document.querySelectorAll('script, style')) node.remove()
  return (document.body?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
