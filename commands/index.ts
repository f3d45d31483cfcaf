import type { Command } from '../src/command/define.ts'
import add from './add.ts'
import ask from './ask.ts'
import benchmark from './benchmark.ts'
import compare from './compare.ts'
import conflicts from './conflicts.ts'
import digest from './digest.ts'
import evidence from './evidence.ts'
import feeds from './feeds.ts'
import help from './help.ts'
import latest from './latest.ts'
import launch from './launch.ts'
import risks from './risks.ts'
import sources from './sources.ts'
import timeline from './timeline.ts'
import watch from './watch.ts'

/** Every command, in the order of the help. Each surface (Slack, Discord, terminal, README) is derived from this list. */
export const commands: readonly Command[] = [
  compare,
  launch,
  risks,
  conflicts,
  benchmark,
  latest,
  timeline,
  ask,
  digest,
  watch,
  sources,
  add,
  feeds,
  evidence,
  help,
]
