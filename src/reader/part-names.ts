import { everyMatch } from '../lexicon/every-match.ts'

/** The end of a full name, standing alone: half-open offsets into the text, and the name in full. */
export interface PartName {
  start: number
  end: number
  name: string
}

/** Words that may open a sentence before a name without being part of it. */
const opener =
  /^(?:Where|And|But|While|On|The|Both|Only|Unlike|Like|Than|When|For|With|If|So|Yet|Also|Now|Even|Here|That|Still|Then|In|At|Our|Its)$/

/**
 * Finds the ends of full names where they stand for the whole: "3.1 Pro" for a Gemini 3.1 Pro that the text names elsewhere, "Codex-Spark" for
 * a GPT-5.3-Codex-Spark. Only ends that fit exactly one name, from a version with a tier behind it or of two words with a hyphen. `names`:
 * the full names of the text's models.
 */
export function partNames(names: Iterable<string>): { whole(part: string): string | null; find(text: string): PartName[] } {
  const ends = new Map<string, string | null>()
  for (const name of new Set(names)) {
    const end = endOf(name)
    if (end !== null) ends.set(end, ends.has(end) ? null : name)
  }
  const whole = (part: string) => ends.get(part) ?? null
  const known = [...ends.keys()].filter((end) => whole(end) !== null).sort((a, b) => b.length - a.length)
  if (known.length === 0) return { whole, find: () => [] }
  const pattern = new RegExp(
    `(?<![\\w.$€£-]|\\d[,/])(?:${known.map((end) => end.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w-])`,
    'g',
  )
  return {
    whole,
    find: (text) =>
      everyMatch(text, pattern).flatMap((match) => {
        const name = whole(match[0])
        const before = /(?:^|[^\w'])([A-Z][\w]*) $/.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[1]
        if (name === null || (before !== undefined && !opener.test(before))) return []
        return [{ start: match.index, end: match.index + match[0].length, name }]
      }),
  }
}

/** "Gemini 3.1 Pro" → "3.1 Pro", "GPT-5.3-Codex-Spark" → "Codex-Spark"; null for a name without such an end. */
function endOf(name: string): string | null {
  const tier = /[ -](\d{1,2}(?:\.\d{1,2})? [A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})$/.exec(name)?.[1]
  return tier ?? /[ -]\d[\d.]*-([A-Z][a-z]+-[A-Z][a-z]+)$/.exec(name)?.[1] ?? null
}
