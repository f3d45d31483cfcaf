import type { Config } from '../config.ts'
import type { Core } from '../invoke.ts'
import type { Log } from '../log.ts'
import type { Store } from '../storage/store.ts'

/** One option of an operator's subcommand, in the shape of node:util parseArgs, with its help. */
export interface OperatorOption {
  type: 'string' | 'boolean'
  description: string
  /** What stands for its value in help: DIR, FORMAT. */
  value?: string
}

/** What a subcommand gets: everything at the ends, passed in. */
export interface System {
  out(text: string): void
  err(text: string): void
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
  environment: Record<string, string | undefined>
  config: Config
  log: Log
  now(): number
  /** Fires at Ctrl-C or a request to end: finish what is being done, then stop. */
  stop: AbortSignal
  /** The database, opened once and closed by main. */
  store(): Promise<Store>
  core(): Promise<Core>
}

/** What an operator does from the command line, one file each; `--help` is derived from this. `run` returns the exit code. */
export interface OperatorCommand {
  name: string
  summary: string
  usage: string[]
  options: Record<string, OperatorOption>
  run(given: { positionals: string[]; values: Record<string, string | boolean | undefined> }, system: System): Promise<number>
}

/** Options that every subcommand takes. */
export const commonOptions: Record<string, OperatorOption> = {
  data: { type: 'string', description: 'Folder of the embedded database (default ./data, or LAUNCHWIRE_DATA)', value: 'DIR' },
  help: { type: 'boolean', description: 'This help' },
}

/** The help of one subcommand. */
export function operatorHelp(command: OperatorCommand): string {
  const options = Object.entries({ ...command.options, ...commonOptions }).map(
    ([name, option]) => `  --${name}${option.value ? ` ${option.value}` : ''}`.padEnd(24) + option.description,
  )
  return [
    command.summary,
    '',
    'Usage:',
    ...command.usage.map((line) => `  launchwire ${line}`),
    '',
    'Options:',
    ...options,
    '',
  ].join('\n')
}
