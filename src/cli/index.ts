import type { OperatorCommand } from './operator.ts'

/** Every subcommand of an operator, in the order of the help. Each is loaded when it is asked for: a typed command needs none of them. */
export const operatorCommands: Record<string, () => Promise<OperatorCommand>> = {
  start: async () => (await import('./start.ts')).startCommand,
  ingest: async () => (await import('./ingest.ts')).ingestCommand,
  extract: async () => (await import('./extract.ts')).extractCommand,
  unparsed: async () => (await import('./unparsed.ts')).unparsedCommand,
  eval: async () => (await import('./eval.ts')).evalCommand,
}
