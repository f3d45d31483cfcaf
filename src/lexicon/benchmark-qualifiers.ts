/**
 * Words that stand behind a benchmark's name and narrow it, whichever benchmark it is. Each is read only with its capital, as people write
 * it in a name; what is said of one benchmark only stands with that benchmark.
 */
export const commonSubsets: readonly string[] = [
  'Verified',
  'Pro',
  'Hard',
  'Extra Hard',
  'Lite',
  'Diamond',
  'Plus',
  'Mini',
  'Multilingual',
  'Multimodal',
  'Reasoning',
  'Research',
  'Professional',
  'Consensus',
  'Telecom',
  'Retail',
  'Airline',
  'Banking',
  'Public',
  'Private',
  'Semi-Private',
  'Commercial',
  'Live',
  'Redux',
  'Full',
  'Extended',
  'Challenge',
  'Chinese',
  'English',
]

/** Subsets that are the test as everybody runs it: read, kept as the mention's subset, but no part of its name ("HLE-Full", "MMMU (val)"). */
export const quietSubsets: ReadonlySet<string> = new Set([
  'Full',
  'Val',
  'Validation',
  'Test',
  'Text',
  'Text-only',
  'test',
  'val',
  'testmini',
  'test-dev',
  'F1',
])
