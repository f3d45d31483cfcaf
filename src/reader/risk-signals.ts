import { type RiskCategory, riskCategories } from '../claim.ts'
import {
  type CueStrength,
  categoryCues,
  highStakes,
  offTopicCues,
  reliefCues,
  type StanceKind,
  stanceCues,
} from '../lexicon/risk-cues.ts'
import { findPhrases, indexPhrases, type PhraseMatch, type Word } from './risk-phrases.ts'

/** Where a relieving word works: on what follows, right after it, up to the next comma, or on what stands before it. */
export type ReliefPlace = 'strong' | 'weak' | 'aside' | 'finding' | 'after'

/** What a phrase of the lexicon tells of a sentence. */
export type Signal =
  | { kind: 'category'; category: RiskCategory; strength: CueStrength }
  | { kind: 'stance'; stance: StanceKind }
  | { kind: 'off'; topic: keyof typeof offTopicCues }
  | { kind: 'relief'; place: ReliefPlace }
  | { kind: 'answer'; answer: 'mitigation' | 'denial' }
  | { kind: 'stakes' }

const index = indexPhrases<Signal>([
  ...riskCategories.flatMap((category) =>
    Object.entries(categoryCues[category]).map(([strength, list]): [Signal, string] => [
      { kind: 'category', category, strength: strength as CueStrength },
      list,
    ]),
  ),
  ...Object.entries(stanceCues).map(([stance, list]): [Signal, string] => [
    { kind: 'stance', stance: stance as StanceKind },
    list,
  ]),
  ...Object.entries(offTopicCues).map(([topic, list]): [Signal, string] => [
    { kind: 'off', topic: topic as keyof typeof offTopicCues },
    list,
  ]),
  [{ kind: 'relief', place: 'strong' }, reliefCues.strong],
  [{ kind: 'relief', place: 'weak' }, reliefCues.weak],
  [{ kind: 'relief', place: 'aside' }, reliefCues.aside],
  [{ kind: 'relief', place: 'finding' }, reliefCues.finding],
  [{ kind: 'relief', place: 'after' }, reliefCues.after],
  [{ kind: 'answer', answer: 'mitigation' }, reliefCues.mitigation],
  [{ kind: 'answer', answer: 'denial' }, reliefCues.denial],
  [{ kind: 'stakes' }, highStakes],
])

/** A phrase of the risk lexicon in a sentence. */
export type SignalMatch = PhraseMatch<Signal>

/** All phrases of the risk lexicon in a sentence, in order. Linear in the number of words. */
export function findSignals(text: readonly Word[]): SignalMatch[] {
  return findPhrases(text, index)
}
