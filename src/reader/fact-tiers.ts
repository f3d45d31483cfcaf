import { everyMatch } from '../lexicon/every-match.ts'
import type { ModelRef } from './discourse.ts'

const pattern =
  /(?<![\w-])[Tt]he (Pro|Mini|mini|Nano|nano|Lite|Max|Plus|Ultra|Flash|Thinking|Heavy|Small|Medium|Large|Micro|Instant|\d{1,4}(?:\.\d)?B)(?![\w-]|\.\d)(?: (tier|variants?|version|model|edition)\b)?(?! ?(?:parameters?|params?|tokens?|active|total|plan|mixture\S*|MoE|subscri\w+|users?|dense)\b)/g

/** A member of the topic's family that the text calls by its tier or size alone. Offsets into the text that was given. */
interface Tier {
  start: number
  end: number
  name: string
  /** A size that no full name ends in. */
  variant: string | null
  /** Which member is meant, or that it is a model at all, cannot be told. */
  unclear: boolean
}

/**
 * Finds "the Pro variant", "the 405B": the one full name in the article's own family that ends so, else the topic's name with that end.
 * A "tier" that no full name confirms may be a plan to subscribe to, and two names with one end leave it open: both are unclear.
 */
export function tiers(topic: ModelRef | null, family: ReadonlySet<string>): (text: string) => Tier[] {
  if (topic === null) return () => []
  const base = topic.name.replace(/(\d[\w.]*)(?:[ -](?:[A-Z][a-z]+|mini|nano|\d+(?:\.\d)?B))+$/, '$1').replace(/ \d{1,4}B$/, '')
  return (text) => {
    const found: Tier[] = []
    for (const m of everyMatch(text, pattern)) {
      const [whole, word = '', noun] = m
      const size = /^\d/.test(word)
      if (!size && noun === undefined) continue
      const ending = new RegExp(`[ -]${word.replace('.', '\\.')}$`, 'i')
      const known = [...family].filter((name) => ending.test(name))
      const name = known.length === 1 ? (known[0] as string) : size ? base : `${base} ${word}`
      const unclear = known.length > 1 || (known.length === 0 && (noun === 'tier' || noun === 'model'))
      found.push({
        start: m.index,
        end: m.index + whole.length,
        name,
        variant: size && known.length !== 1 ? word : null,
        unclear: unclear && !size,
      })
    }
    return found
  }
}
