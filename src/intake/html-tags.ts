/** One tag in a text: its lower-case name, the half-open range of its characters, and what stands between name and `>`. */
export interface Tag {
  name: string
  close: boolean
  start: number
  end: number
  attributes: string
}

/**
 * The tags of a text in order, comments as a tag named `!--`. Linear: a `<` that opens no tag costs what was looked at once.
 * No entity is decoded and nothing is nested here.
 */
export function htmlTags(text: string): Tag[] {
  const tags: Tag[] = []
  let commentsLeft = true
  let at = text.indexOf('<')
  while (at >= 0) {
    let next = at + 1
    if (text.startsWith('<!--', at)) {
      const end = commentsLeft ? text.indexOf('-->', at + 4) : -1
      if (end < 0) commentsLeft = false
      else {
        tags.push({ name: '!--', close: false, start: at, end: end + 3, attributes: '' })
        next = end + 3
      }
    } else {
      const tag = tagAt(text, at)
      if (typeof tag === 'number') next = tag
      else {
        tags.push(tag)
        next = tag.end
      }
    }
    at = text.indexOf('<', next)
  }
  return tags
}

const opener = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])/y

/** The tag at `at`, or the offset to go on from where none stands there. */
function tagAt(text: string, at: number): Tag | number {
  opener.lastIndex = at
  const match = opener.exec(text)
  if (!match) return at + 1
  const from = opener.lastIndex
  let i = from
  let quote = ''
  while (i < text.length) {
    const char = text[i] as string
    if (quote) {
      if (char === quote) quote = ''
    } else if (char === '>') {
      const name = (match[2] as string).toLowerCase()
      return { name, close: match[1] === '/', start: at, end: i + 1, attributes: text.slice(from, i) }
    } else if (char === '<') break
    else if ((char === '"' || char === "'") && text[i - 1] === '=') quote = char
    i++
  }
  // A short failure is looked at again from the next character, a long one is left behind: the work stays linear.
  return i - at > 1000 ? i : at + 1
}

/** A whole-number attribute such as colspan, at least 1 and at most 50. */
export function spanAttribute(attributes: string, name: 'colspan' | 'rowspan'): number {
  const at = attributes.toLowerCase().indexOf(`${name}=`)
  if (at < 0) return 1
  const value = Number.parseInt(attributes.slice(at + name.length + 1, at + name.length + 6).replace(/["']/g, ''), 10)
  return Number.isNaN(value) ? 1 : Math.min(50, Math.max(1, value))
}

const voids = new Set('!-- area base br col embed hr img input link meta param source track wbr'.split(' '))
const closedByNext = new Set('p li td th tr tbody thead tfoot option dt dd'.split(' '))

/**
 * The same HTML with the tags beyond `deepest` open elements left out, their text kept: parsers and DOM libraries take quadratic time on, or
 * overflow the stack at, a hundred thousand open elements. Elements that the next of their kind closes are not counted.
 */
export function limitDepth(html: string, deepest: number): string {
  const open: string[] = []
  const dropped = new Map<string, number>()
  const parts: string[] = []
  let from = 0
  for (const tag of htmlTags(html)) {
    const { name } = tag
    if (voids.has(name)) continue
    let drop = false
    if (tag.close) {
      const inside = dropped.get(name) ?? 0
      if (inside > 0) {
        dropped.set(name, inside - 1)
        drop = true
      } else if (open.at(-1) === name) open.pop()
      else if (!closedByNext.has(name)) {
        const at = open.lastIndexOf(name)
        if (at >= 0) open.length = at
      }
    } else if (open.length >= deepest) {
      dropped.set(name, (dropped.get(name) ?? 0) + 1)
      drop = true
    } else if (!closedByNext.has(name)) open.push(name)
    if (drop) {
      parts.push(html.slice(from, tag.start))
      from = tag.end
    }
  }
  if (from === 0) return html
  parts.push(html.slice(from))
  return parts.join('')
}
