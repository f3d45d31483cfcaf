import { vendorOf } from '../lexicon/canonical.ts'
import { everyMatch } from '../lexicon/every-match.ts'

/** Last words of names that are words of their own as well ("Pro plan", "the Flash memory"): they name a model as a subject only. */
const plainWords =
  /^(?:Pro|Flash|Mini|Lite|Max|Plus|Small|Medium|Large|Nano|Ultra|Fast|Heavy|Thinking|Instant|Base|Air|High|Light|Edge|Turbo|Coder|Code|Codex|Chat|Search|Research|Agent|Vision|Voice|Image|Video|Instruct|Reasoning|Preview|Standard)$/
const asSubject =
  /^(?:'s (?:price|input|output|context|cost|rate|pric)|,? (?:now |also |itself |currently |still )*(?:costs?|charges?|is (?:priced|listed|billed|set)|goes for|runs|sells|drops?|dropped|falls?|fell|comes in|starts?|lands?|will (?:cost|be priced)|supports|handles|accepts|has \d|carries|activates|packs))\b/

/** One word that stands for a model: offsets into the text that was given. */
interface Nickname {
  start: number
  end: number
  name: string
}

/**
 * Finds models called by the last word of their name alone ("Luna now costs …" where the article names GPT-5.6 Luna), and, where the
 * lexicon does not know them, by its first ("Ember" for Ember-1). `names`: the full
 * names in the article; a word that ends two of them finds neither. The search is linear in the text.
 */
export function nicknames(names: ReadonlySet<string>): (text: string) => Nickname[] {
  const byWord = new Map<string, string | null>()
  for (const name of names) {
    const head = vendorOf(name) === null ? /^([A-Z][A-Za-z]{3,20})[- ]v?\d/.exec(name)?.[1] : undefined
    const words = /\d\S* ([A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14})+)$/.exec(name)?.[1]
    const code = /^[A-Z][A-Za-z]{3,14}[ -]([A-Z]\d{1,2}(?:\.\d)?)$/.exec(name)?.[1]
    const word = words ?? head ?? code ?? /\d.*[ -]([A-Z][a-z]{2,14})$/.exec(name)?.[1]
    if (word === undefined) continue
    byWord.set(word, byWord.has(word) && byWord.get(word) !== name ? null : name)
  }
  const clear = [...byWord].filter(([, name]) => name !== null).map(([word]) => word)
  if (clear.length === 0) return () => []
  const pattern = new RegExp(
    `(?<![\\w-]|[A-Z]\\w{0,20}[ .])(?:${clear.map((word) => word.replace('.', '\\.')).join('|')})(?![\\w-]|\\.\\d| (?:Ultra|Max|Pro|chips?|Macs?|GPUs?)\\b)`,
    'g',
  )
  return (text) => {
    const found: Nickname[] = []
    for (const m of everyMatch(text, pattern)) {
      const word = m[0]
      const end = m.index + word.length
      if (plainWords.test(word) && !asSubject.test(text.slice(end, end + 40))) continue
      found.push({ start: m.index, end, name: byWord.get(word) as string })
    }
    return found
  }
}
