import { canonicalVendor } from './canonical.ts'
import { everyMatch } from './every-match.ts'
import { families } from './families.ts'
import { findBenchmarks } from './find-benchmarks.ts'
import { findModels } from './find-models.ts'
import { isWordChar, nameTrie } from './name-trie.ts'

/** Where a name that only the text itself explains stands: a half-open range of UTF-16 offsets. */
export interface IntroducedMention {
  start: number
  end: number
  name: string
}
export interface IntroducedModels {
  /** In order of introduction, each once. */
  names: string[]
  /** Every place in a text where one of them stands. Linear in the text. */
  find(text: string): IntroducedMention[]
}

/** Heads of families and makers' products: alone they name no new model. */
const familyHeads = new Set(
  families.flatMap((family) => [...family.heads, ...(family.synonyms ?? []), ...(family.products ?? [])]),
)

/** A capitalised name of up to four words: "Zephyra 2", "Harbor One", "Lumen-3-Pro". Every repetition is bounded, so that no text is slow. */
const word = '[A-Z][\\w+]{0,24}(?:[-.][\\w+]{1,16}){0,6}'
const name = `(${word}(?: (?:${word}|v?\\d{1,2}(?:\\.\\d{1,2})?)){0,3})`
/** Up to eight words between "a" and "model" that say of what sort it is. */
const sort = "(?:(?:[a-z\\d][\\w.'-]{0,24}|AI|LLM|MoE|GenAI|[A-Z][\\w.-]{0,20}'s|\\([A-Z]{2,5}\\))[, ]{1,2}){0,8}"
const model =
  "(?:model|models|LLM|LMM|VLM|(?:reasoning|speech|translation) system)(?![\\w'-])(?! (?:of|router|provider|maker|company|lab|developer|hub|zoo|customer|builder|garden|host|marketplace|vendor|card))"
const article = "(?:a|an|the|its|their|our|his|[A-Z][\\w.]{1,20}'s)"

const introductions: readonly RegExp[] = [
  // "Zephyra 2 is a multimodal reasoning model", "Lumen-3, its latest text-to-video model"
  new RegExp(
    `(?<![\\w-])${name}(?: \\([^()\\n]{1,70}\\))?(?:,| is| was|, which is| —| –|:) (?:now |also )?${article} ${sort}${model}`,
    'g',
  ),
  // "the new Zephyra 2 model", "its Zephyra model family"
  new RegExp(
    `(?<![\\w-])(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]) (?:new|latest|upcoming|newest|next|flagship|forthcoming|in-house|stealth) ${name} ${model}`,
    'g',
  ),
  new RegExp(
    `(?<![\\w-])(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) ${name} (?:family|line|series) of (?:[a-z-]{2,20} ){0,3}${model}`,
    'g',
  ),
  // "a model called Zephyra", "the next model, code-named Avocado", "New model: Quasar Alpha"
  new RegExp(
    `(?<![\\w-])(?:[Mm]odels?|LLM|VLM)(?:,|:)? (?:it calls |that it calls |known as |called |named |dubbed |code-?named |codename )${name}`,
    'g',
  ),
  new RegExp(`(?<![\\w-])(?:[Nn]ew|[Ll]atest|[Ff]lagship|[Ff]irst) (?:[a-z-]{2,20} ){0,3}[Mm]odel(?:,|:) ${name}`, 'g'),
  // "codenamed Avocado"
  new RegExp(`(?<![\\w-])code-?named "?${name}`, 'g'),
  // "The flagship 1-bit Orbit 8B reached", "its Orbit 8B model"
  /(?<![\w-])(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) (?:[a-z\d][\w-]{1,20} ){0,2}([A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,16})? \d{1,3}(?:\.\d)?B)(?= (?:is|was|has|can|runs|model|scor|achiev|compress|reach|outperform|beat|post|match|surpass)[a-z]{0,4}\b)/g,
  // "Orbit-7B-Instruct": a size inside a hyphened name
  /(?<![\w-])([A-Z][\w.]{1,24}(?:-[\w.]{1,12}){0,4}-\d{1,4}(?:\.\d)?B(?:-A\d{1,3}B)?(?:-[A-Z][\w.]{1,12}){0,3})(?![\w-])/g,
]

/** What stands before a name that is a source and no model: "according to the Harbor Journal, the new model …". */
const source = /(?:according to|per|told|by|via|says|quoted|citing)(?: the)? $/i
/** Last words of names that are something else than a model. */
const otherThings =
  /(?:^| )(?:Framework|System|Platform|Program|Programme|Tool|Tools|App|Suite|Journal|Times|Post|Labs?|Team|Initiative|Act|Institute|University|Report|Study|Network|Architecture|Engine|Service|Group|Inc|Ltd|Card|Index|API|SDK|CLI|Cloud|Studio|Chat|Leaderboard)$/

/** Words that open a sentence or a phrase and are no part of a name. */
const openers = new Set(
  (
    'The This That These Those It Its Our Their His Her A An In On At By For From Of To With And But Or As So If When While Since After Before Today Now Here ' +
    'There Each Both All Some Most Many Which What Who Why How Also However Meanwhile Instead Unlike Like Only Not No Yes Summary Overview Note Key TLDR Background Update New Latest First Next Another Such'
  ).split(' '),
)
/** Words that name a kind of thing, so that alone they name no model. */
const kinds = new Set(
  (
    'Model Models AI LLM LLMs VLM MoE GPU API Transformer Transformers Diffusion Mixture Language Large Small Open Source Foundation Frontier Reasoning Vision Video ' +
    'Audio Image Text Speech Code Coding Agent Agents Generative Chatbot Assistant Research Monday Tuesday Wednesday Thursday Friday Saturday Sunday January ' +
    'February March April May June July August September October November December CEO CTO Chief'
  ).split(' '),
)

/**
 * Models that no family lists but that the text itself calls a model ("Zephyra 2 is a new open-weight model", "codenamed Avocado"), and every
 * place where they stand. `texts`: the title and the passages of one article, cleaned. Makers, tests and what a family knows are left out.
 */
export function introducedModels(texts: readonly string[]): IntroducedModels {
  const names = new Set<string>()
  for (const text of texts) {
    if (!/[Mm]odel|LLM|VLM|LMM|code-?named|\dB|(?:reasoning|speech|translation) system/.test(text)) continue
    for (const pattern of introductions) {
      for (const match of everyMatch(text, pattern)) {
        const at = match.index + match[0].indexOf(match[1]!)
        const found = source.test(text.slice(Math.max(0, at - 24), at)) ? null : trimmed(match[1]!)
        if (found !== null) names.add(found)
      }
    }
  }
  const trie = nameTrie<string>()
  for (const one of names) trie.add(one, one, true)
  return { names: [...names], find: (text) => (names.size === 0 ? [] : mentionsIn(text, trie)) }
}

function mentionsIn(text: string, trie: ReturnType<typeof nameTrie<string>>): IntroducedMention[] {
  const found: IntroducedMention[] = []
  let index = 0
  while (index < text.length) {
    const match = isWordChar(text[index]) ? trie.longest(text, index) : null
    if (match !== null && !/^-\w/.test(text.slice(match.end, match.end + 2))) {
      found.push({ start: index, end: match.end, name: match.value })
      index = match.end
      continue
    }
    if (!isWordChar(text[index])) index++
    else while (index < text.length && isWordChar(text[index])) index++
  }
  return found
}

/** A name without the words that open its sentence, or null if it names nothing new. */
function trimmed(written: string): string | null {
  const words = written.replace(/[.'-]+$/, '').split(' ')
  while (words.length > 0 && openers.has(words[0]!)) words.shift()
  while (words.length > 0 && kinds.has(words.at(-1)!)) words.pop()
  while (words.length > 1 && canonicalVendor(words[0]!) !== null) words.shift()
  const found = words.join(' ')
  if (
    found.length < 3 ||
    /^\d+(?:\.\d)?B$/.test(found) ||
    words.every((one) => kinds.has(one)) ||
    canonicalVendor(found) !== null
  )
    return null
  // "Technical HighlightsTrinity Mini": a heading has run into a name that is known
  const glued = /^[\w ]*[a-z](?=[A-Z][a-z])/.exec(found)?.[0].length ?? 0
  if (glued > 0 && findModels(found.slice(glued)).some((model) => model.start === 0)) return null
  if (otherThings.test(found) || familyHeads.has(found)) return null
  if (findModels(found).length > 0 || findBenchmarks(found).length > 0) return null
  return found
}
