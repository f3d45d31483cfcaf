import { parseDocument } from 'yaml'
import { type Form, forms, type SourceKind } from '../article.ts'
import { UserError } from '../errors.ts'

/** What a file says about its article before the text starts. Null: not said, or "unknown". `body`: offset of the text proper. */
export interface Header {
  url: string | null
  title: string | null
  publisher: string | null
  published: string | null
  author: string | null
  kind: SourceKind | null
  form: Form | null
  models: string[]
  body: number
}

const keys = ['url', 'title', 'publisher', 'published', 'author', 'kind', 'form', 'models'] as const

const noHeader = (body: number): Header => ({
  url: null,
  title: null,
  publisher: null,
  published: null,
  author: null,
  kind: null,
  form: null,
  models: [],
  body,
})

/**
 * The `key: value` lines at the head of a plain text file, up to the first empty line. A text whose first line is no such line has no
 * header. Throws a UserError, with `name` and the line, where a header holds a line that is none, or a wrong value.
 */
export function plainHeader(name: string, text: string): Header {
  const header = noHeader(0)
  if (!/^(url|title|publisher|published|author|kind|form|models):/.test(text)) return header
  const fields: Record<string, string> = {}
  let at = 0
  for (let number = 1; at < text.length; number++) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
    const line = text.slice(at, end).trim()
    at = Math.min(text.length, end + 1)
    if (line === '') break
    const match = /^([a-zA-Z_]{1,30}):\s*(.*)$/.exec(line.slice(0, 4000))
    if (!match) {
      const advice = 'Put an empty line between the header and the text.'
      throw new UserError('bad_input', `${name}, line ${number}: "${line.slice(0, 40)}" is no "key: value" line. ${advice}`)
    }
    fields[(match[1] as string).toLowerCase()] = match[2] as string
  }
  return { ...fillHeader(name, fields), body: at }
}

/**
 * The YAML front matter of a markdown file: the same keys, `models` a list. A file that does not open with `---` has none.
 * Throws a UserError where the block is not closed, is no YAML or holds a wrong value.
 */
export function yamlHeader(name: string, text: string): Header {
  const open = /^---[ \t]*\r?\n/.exec(text)
  if (!open) return noHeader(0)
  const close = /^(---|\.\.\.)[ \t]*(\r?\n|$)/m
  const rest = text.slice(open[0].length)
  const end = close.exec(rest)
  if (!end) {
    // A rule at the top of a text without front matter is no error.
    if (!/^[a-zA-Z_]{1,30}:/.test(rest)) return noHeader(0)
    throw new UserError('bad_input', `${name}: the front matter that opens with --- is not closed by a second ---.`)
  }
  const source = rest.slice(0, end.index)
  const body = open[0].length + end.index + end[0].length
  const document = parseDocument(source, { logLevel: 'silent' })
  const error = document.errors[0]
  if (error) {
    const line = (error.linePos?.[0].line ?? 0) + 1
    throw new UserError('bad_input', `${name}, line ${line}: the front matter is no YAML (${error.message.split('\n')[0]}).`)
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 20 })
  } catch (cause) {
    throw new UserError('bad_input', `${name}: the front matter cannot be read. Use plain "key: value" lines.`, { cause })
  }
  if (value === null || value === undefined) return noHeader(body)
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new UserError('bad_input', `${name}: the front matter must hold "key: value" lines (${keys.join(', ')}).`)
  }
  return { ...fillHeader(name, value as Record<string, unknown>), body }
}

function fillHeader(name: string, fields: Record<string, unknown>): Omit<Header, 'body'> {
  const said = (key: string) => {
    const value = fields[key]
    if (value === null || value === undefined) return null
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new UserError('bad_input', `${name}: "${key}" in the header must be one line of text.`)
    }
    const plain = String(value).trim()
    return plain === '' || plain.toLowerCase() === 'unknown' ? null : plain
  }
  return {
    url: address(name, said('url')),
    title: said('title'),
    publisher: said('publisher'),
    published: day(name, said('published')),
    author: said('author'),
    kind: sourceKind(said('kind')),
    form: form(name, said('form')),
    models: modelList(fields.models),
  }
}

function address(name: string, value: string | null): string | null {
  if (value === null) return null
  try {
    const url = new URL(value)
    if (url.protocol === 'http:' || url.protocol === 'https:') return value
  } catch {
    // Said below, as for any other scheme.
  }
  throw new UserError('bad_input', `${name}: "url" is no http(s) address: ${value.slice(0, 80)}. Write the address or unknown.`)
}

function day(name: string, value: string | null): string | null {
  if (value === null) return null
  const date = plainDay(value)
  if (date) return date
  const advice = 'Write YYYY-MM-DD, YYYY-MM or unknown.'
  throw new UserError('bad_input', `${name}: "published" is no date: ${value.slice(0, 40)}. ${advice}`)
}

/** YYYY-MM-DD or YYYY-MM from the start of an ISO 8601 date or time; null where that is no day of the calendar. */
export function plainDay(value: string): string | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:$|[T ])/.exec(value)
  if (!match) return null
  const [, year, month, date] = match
  if (Number(month) < 1 || Number(month) > 12 || Number(year) < 1990) return null
  if (date === undefined) return `${year}-${month}`
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  return time.getUTCMonth() === Number(month) - 1 && Number(date) > 0 ? `${year}-${month}-${date}` : null
}

/** A source kind as people write it ("system card", "Vendor post", "benchmark site"); null where nothing was said, 'unknown' for other words. */
export function sourceKind(value: string | null): SourceKind | null {
  if (value === null) return null
  const kind = value.toLowerCase().replace(/[-_]+/g, ' ')
  if (/\b(vendor|system card|model card|press release|official|product (post|page)|release notes)\b/.test(kind)) return 'vendor'
  if (/\b(independent|third party|benchmark|leaderboard|evaluation|test)\b/.test(kind)) return 'independent-test'
  if (/\bnewsletter|digest\b/.test(kind)) return 'newsletter'
  if (/\b(analysis|opinion|review|commentary|comparison|explainer|feature)\b/.test(kind)) return 'analysis'
  if (/\b(community|forum|social|discussion|reddit)\b/.test(kind)) return 'community'
  if (/\b(news|report|wire)\b/.test(kind)) return 'news'
  return 'unknown'
}

function form(name: string, value: string | null): Form | null {
  if (value === null) return null
  const found = forms.find((one) => one === value.toLowerCase())
  if (found) return found
  throw new UserError('bad_input', `${name}: "form" must be article or notes, not ${value.slice(0, 40)}.`)
}

function modelList(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.replace(/^\[|\]$/g, '').split(',') : []
  const names = list
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map((one) =>
      String(one)
        .trim()
        .replace(/^["']|["']$/g, ''),
    )
  return [...new Set(names.filter((one) => one !== '' && one.toLowerCase() !== 'unknown'))]
}
