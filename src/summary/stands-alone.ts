/** A first word that points at a sentence before it. */
const pointing =
  /^[“"']?(?:it|its|they|their|them|that|this|these|those|there|then|he|she|his|her|besides|here|also|both|but|and|so|still|such|until then|one of them|in this|in that|in it|of these)\b/i
/** Something that a verb may be: an auxiliary, or a word with a verb's ending. */
const verb =
  /\b(?:is|are|was|were|be|been|has|have|had|can|cannot|could|may|might|must|will|would|should|do|does|did|won|won['’]t|[a-z]{2,}(?:ed|es|s))\b/i

/** True where a quoted sentence can be read without those around it: it points at nothing before it, is no table row and has a verb. */
export function standsAlone(quote: string): boolean {
  return !pointing.test(quote) && !/\s\|\s/.test(quote) && verb.test(quote)
}
