import type { ClaimantKind } from '../claim.ts'

/**
 * A run of text. Never markdown: each renderer escapes in one place. `cite` lists ids of claims that say this; the renderer
 * numbers their sources, and a citation is an atom: never cut off, never dropped to fit.
 */
export interface Span {
  text: string
  bold?: boolean
  italic?: boolean
  code?: boolean
  strike?: boolean
  url?: string
  cite?: string[]
}
/** Text as spans; a bare string is one plain span. */
export type Text = (string | Span)[]

export interface Cell {
  text: Text
  /** The cell's number, where it has one: lets a platform sort the column. */
  value?: number
}
export interface Column {
  label: string
  align: 'left' | 'right'
}

/** One bar or point. `by` tells vendor's from independent numbers without colour; bars of one `series` (a model) share a colour. */
export interface Bar {
  label: string
  series?: string
  value: number
  text: string
  by: ClaimantKind
}
/** What a chart shows, as data: `charts/` draws it, a terminal prints it in characters. */
export type Chart =
  | { kind: 'bars'; title: string; groups: { label: string; bars: Bar[] }[]; lowerIsBetter?: boolean; note?: string }
  | { kind: 'timeline'; title: string; events: { date: string; label: string; detail: string }[] }
  | {
      kind: 'table'
      title: string
      columns: Column[]
      rows: { text: string; by?: ClaimantKind; strong?: boolean }[][]
      note?: string
    }

/** A button or a choice is a typed command ("risks muse-spark"), without the leading slash: there is no second registry. */
export interface Action {
  label: string
  command: string
}

export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: Text }
  | { type: 'list'; items: Text[]; ordered?: boolean }
  | { type: 'fields'; fields: { label: string; value: Text }[] }
  | { type: 'table'; caption: string; columns: Column[]; rows: Cell[][] }
  | { type: 'quote'; text: Text; by?: Text }
  | { type: 'context'; text: Text }
  | { type: 'image'; chart: Chart; alt: string }
  | { type: 'divider' }
  | { type: 'actions'; buttons: Action[]; select?: { placeholder: string; options: Action[] } }

/** What stands behind one cited claim: enough to name the source and to show the sentence. */
export interface Citation {
  claim: string
  article: string
  title: string
  publisher: string | null
  url: string | null
  published: string | null
  form: 'article' | 'notes'
  claimant: { kind: ClaimantKind; name: string | null }
  quote: string
}

/**
 * What the bot says, as data. The same message renders to every platform. `citations` has an entry for each id that a span cites.
 * `accent` is a vendor's name, for platforms that colour. `error` marks an answer that says what to do instead.
 */
export interface Message {
  title: string
  blocks: Block[]
  citations: Record<string, Citation>
  accent?: string
  error?: boolean
}

/** A message whose sources are not filled in yet: what a command returns; `invoke` looks up what stands behind each cited claim. */
export type Draft = Omit<Message, 'citations'> & { citations?: Message['citations'] }

/** Each block variant by its `type`. */
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>

/** The spans of a text: bare strings become plain spans, empty ones go. */
export function spansOf(text: Text): Span[] {
  return text
    .map((part) => (typeof part === 'string' ? { text: part } : part))
    .filter((span) => span.text !== '' || span.cite?.length)
}

/** The text without its styles and citations. */
export function plainText(text: Text): string {
  return spansOf(text)
    .map((span) => span.text)
    .join('')
}
