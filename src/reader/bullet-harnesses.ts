import type { ItemScore, Token } from './bullet-shapes.ts'

/**
 * "On Droid: 79.7 (Model A) > 78.9 (Model B)": under a line that names the test, an item for each harness with the models' numbers in a row. What
 * stands before the colon is the variant, as the same model has a number in each item. Null for any other item.
 */
export function readHarnessItem(text: string, tokens: readonly Token[]): ItemScore[] | null {
  if (tokens.length < 4 || tokens.length % 2 !== 0) return null
  const harness = /^(?:On|With|Under|In|Using) ([A-Z][\w. -]{1,24}): ?$/.exec(text.slice(0, tokens[0]?.start))?.[1]
  if (harness === undefined || !/^\)?[\s.]*$/.test(text.slice(tokens.at(-1)?.end))) return null
  const scores: ItemScore[] = []
  for (let k = 0; k < tokens.length; k += 2) {
    const [number, model] = [tokens[k], tokens[k + 1]]
    if (number?.kind !== 'N' || model?.kind !== 'M' || !/^ ?\($/.test(text.slice(number.end, model.start))) return null
    const before = tokens[k - 1]
    if (before !== undefined && !/^\) ?(?:>|<|,|;|vs\.?|and) *$/.test(text.slice(before.end, number.start))) return null
    scores.push({
      model: model.mention,
      benchmark: null,
      number: { ...number.number, bound: null },
      setting: { harness },
      variant: [harness],
    })
  }
  return scores
}
