/** The most links kept of one text. */
const most = 500

/** The http(s) addresses that a text links to, each once, in order: markdown targets, `href`s and bare addresses. */
export function linksIn(text: string): string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'`\\^{}|[\]]{1,2000}/gi)) {
    const address = withoutTail(match[0].replace(/&amp;/g, '&'))
    if (URL.canParse(address)) found.add(address)
    if (found.size >= most) break
  }
  return [...found]
}

/** An address without the stops and the unpaired closing brackets of the sentence around it. */
function withoutTail(address: string): string {
  let unpaired = 0
  for (const char of address) unpaired += char === ')' ? 1 : char === '(' ? -1 : 0
  let end = address.length
  while (end > 0) {
    const last = address[end - 1] as string
    if (last === ')' && unpaired > 0) unpaired--
    else if (!'.,;:!?*_'.includes(last)) break
    end--
  }
  return address.slice(0, end)
}
