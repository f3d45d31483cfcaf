/** A first word that points at a sentence before it. */
const pointing =
  /^[“"']?(?:it|its|they|their|them|that|this|these|those|there|then|he|she|his|her|besides|here|also|both|but|and|so|still|such|until then|one of them|in this|in that|in it|of these)\b/i
/** "It is unclear whether …": such an "it" points at nothing. */
const empty =
  /^[“"']?(?:it (?:is|was|remains|may be|would be|has been) (?:not |un|still )?\w* ?(?:clear|known|possible|hard|easy|likely|true|open|said|certain)\b|it took |there (?:is|are|was|were|has been|have been)) /i
/** Something that a verb may be: an auxiliary, or a word with a verb's ending. */
const verb =
  /\b(?:is|are|was|were|be|been|has|have|had|can|cannot|could|may|might|must|will|would|should|do|does|did|made|gave|took|put|said|set|got|came|went|ran|fell|rose|lost|found|told|cut|hit|led|left|kept|sent|built|held|brought|won|saw|wrote|shut|began|became|grew|met|paid|sold|beat|spoke|chose|drew|knew|thought|stood|won['’]t|[a-z]{2,}(?:ed|es|s))\b/i

/** True where a quoted sentence can be read without those around it: it points at nothing before it, is no table row and has a verb. */
export function standsAlone(quote: string): boolean {
  return (!pointing.test(quote) || empty.test(quote)) && !/\s\|\s/.test(quote) && verb.test(quote)
}
