import { canonicalVendor } from '../lexicon/canonical.ts'
import { findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { findModels } from '../lexicon/find-models.ts'
import { slug } from '../lexicon/slug.ts'

interface Found {
  start: number
  end: number
  name: string
  variant: string | null
  family: string
  short: boolean
}

const part = '[A-Z][\\w.+]{0,30}(?:-[\\w.+]{0,20}\\w){0,4}'
const name = `(${part}(?: (?:${part}|v?\\d[\\d.]*)){0,3})`
const kind =
  "(?:(?:[a-z][\\w-]*|AI|MoE|[A-Z][a-z]+'s|\\d[\\w.]*-\\w+|\\(?[A-Z]{2,5}\\)?|Mixture-of-Experts)[, ]+){0,8}?(?:model|LLM|LMM|VLM)(?:s? family)?\\b(?!s)"
/** "Zephyr 9 is a new open-weight language model", "Zephyr 9, its latest coding model". */
const told = new RegExp(
  `(?:^|[.:;"(] ?|\\b(?:[a-z]{2,}|AI) |'s )${name}(?: \\([^()]{1,40}\\))?(?:,| is| was|, which is| —| –) (?:a|an|the|its|their|our|what)\\b ${kind}`,
  'g',
)
/** "a new language model called Zephyr 9", "its flagship model, Zephyr 9". */
const called = new RegExp(`\\b(?:model|LLM|LMM|VLM)(?:,| called| named| dubbed|:) ${name}`, 'g')
const noName =
  /^(?:The|This|That|It|Its|Our|A|An|In|On|And|But|With|For|As|At|While|When|Today|Now|Here|There|These|Those|Model|Models|AI|LLM|MoE|Each|Both|Which|What|Who|Why|How|If|So|Also|However|Meanwhile)\b/

/**
 * Names of models that no family lists but the text itself calls a model ("Zephyr 9 is a new open-weight model"), and where they stand.
 * `texts`: title and passages, cleaned.
 */
export function newModels(texts: readonly string[]): { names: string[]; find(text: string): Found[] } {
  const names = new Set<string>()
  for (const text of texts) {
    for (const pattern of [told, called]) {
      for (const match of text.matchAll(pattern)) {
        const found = (match[1] as string).replace(/[.'-]+$/, '')
        const before = text.slice(Math.max(0, match.index - 12), match.index + match[0].indexOf(found))
        if (pattern === told && /\b(?:on|in|at|by|of|to|from|for|with|and|the|says?|said|told)\s$/i.test(before)) continue
        if (
          findBenchmarks(found).length > 0 ||
          /day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(found)
        )
          continue
        if (noName.test(found) || found.length < 3 || canonicalVendor(found) !== null || findModels(found).length > 0) continue
        names.add(found)
      }
    }
  }
  if (names.size === 0) return { names: [], find: () => [] }
  const longest = [...names].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(
    `(?<![\\w-])(?:${longest.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w]|-\\w|\\.\\d)`,
    'g',
  )
  return {
    names: longest,
    find: (text) =>
      [...text.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        name: match[0],
        variant: null,
        family: slug(match[0]),
        short: false,
      })),
  }
}
