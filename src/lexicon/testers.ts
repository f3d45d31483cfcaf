import { everyMatch } from './every-match.ts'

/** Who measures models and makes none of those it measures: the names that texts use, the usual one first. */
export const testers: readonly (readonly string[])[] = [
  ['Artificial Analysis', 'ArtificialAnlys'],
  ['Epoch AI', 'Epoch', 'EpochAI', 'EpochAIResearch', 'Epoch Research'],
  ['LMArena', 'LMSYS', 'LM Arena', 'LMSys', 'Arena AI', 'lmarena_ai'],
  ['Vals AI', 'Vals', 'ValsAI', 'Vals.ai', 'vals.ai'],
  ['Scale AI', 'Scale Labs', 'SEAL', 'scale_AI'],
  ['ARC Prize', 'ARC Prize Foundation', 'arcprize'],
  ['METR'],
  ['Apollo Research', 'Apollo'],
  ['Aider', 'aider'],
  ['LiveBench'],
  ['Stanford CRFM', 'Stanford', 'HELM', 'Stanford HAI'],
  ['Andon Labs', 'andonlabs'],
  ['UK AI Security Institute', 'UK AISI', 'AISI', 'AI Security Institute', 'AI Safety Institute'],
  ['CAISI', 'US CAISI', 'Center for AI Standards and Innovation', 'NIST'],
  ['Center for AI Safety', 'CAIS'],
  ['Vectara'],
  ['OpenCompass'],
  ['Kaggle'],
  ['MLCommons'],
  ['OpenRouter'],
  ['Hebbia'],
  ['Box'],
  ['Cognition'],
  ['Cursor'],
  ['Windsurf'],
  ['Replit'],
  ['CodeRabbit'],
  ['SemiAnalysis'],
  ['Palisade Research'],
  ['Gray Swan'],
  ['Patronus AI', 'Patronus'],
  ['Galileo'],
  ['Simon Willison'],
  ['Every'],
  ['BenchLM', 'LLM Stats', 'llm-stats'],
]

const byName = new Map(testers.flatMap((names) => names.map((name) => [name, names[0] as string] as const)))
const pattern = new RegExp(
  `(?<![\\w-])(?:${[...byName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')})(?![\\w])`,
  'g',
)

/** The testers named in a text, by their usual names, with their places. */
export function findTesters(text: string): { start: number; end: number; name: string }[] {
  return everyMatch(text, pattern).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: byName.get(match[0]) as string,
  }))
}
