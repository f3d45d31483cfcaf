import { evalCommand } from './eval.ts'
import { extractCommand } from './extract.ts'
import { ingestCommand } from './ingest.ts'
import type { OperatorCommand } from './operator.ts'
import { startCommand } from './start.ts'
import { unparsedCommand } from './unparsed.ts'

/** Every subcommand of an operator, in the order of the help. */
export const operatorCommands: readonly OperatorCommand[] = [
  startCommand,
  ingestCommand,
  extractCommand,
  unparsedCommand,
  evalCommand,
]
