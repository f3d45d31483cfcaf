import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { commands } from '../commands/index.ts'
import { operatorCommands } from './cli/index.ts'
import { commonOptions, type OperatorCommand, operatorHelp, type System } from './cli/operator.ts'
import { formats, runTyped } from './cli/typed.ts'
import { type Config, readConfig } from './config.ts'
import { createNames } from './corpus/names.ts'
import { UserError } from './errors.ts'
import { type Core, createCore } from './invoke.ts'
import { createLog } from './log.ts'
import { openStore } from './storage/database.ts'
import type { Store } from './storage/store.ts'

/** argv and environment in, exit code out; everything is wired here by hand. */
export async function main(args: string[] = process.argv.slice(2)): Promise<number> {
  const err = (text: string) => void process.stderr.write(text)
  // a reader that went away (`launchwire … | head`) is no error
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  let system: (System & { close(): Promise<void> }) | undefined
  let config: Config | undefined
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    const { line, values, positionals, command } = readArguments(args)
    if (values.help && !line) return helped(command)
    config = readConfig({ ...process.env, ...(typeof values.data === 'string' ? { LAUNCHWIRE_DATA: values.data } : {}) })
    system = createSystem(config)
    if (line)
      return await runTyped(
        values.help ? ['help', (line[0] ?? '').replace(/^\//, '').split(' ')[0]!] : line,
        values.format as string | undefined,
        system,
      )
    return await command!.run({ positionals, values }, system)
  } catch (error) {
    if (error instanceof UserError) {
      err(`${error.message}\n`)
      return error.code === 'usage' ? 2 : 1
    }
    const log = createLog(config?.LAUNCHWIRE_LOG ?? 'info', err, Date.now)
    err(`Something went wrong that should not: reference ${log.failure('launchwire failed', error)}, logged above.\n`)
    return 1
  } finally {
    await system?.close()
  }
}

interface Arguments {
  /** A typed command, as words. */
  line?: string[]
  command?: OperatorCommand
  positionals: string[]
  values: Record<string, string | boolean | undefined>
}

/** @throws UserError where there is no such subcommand or option */
function readArguments(args: string[]): Arguments {
  // options before the subcommand (`--data DIR ingest …`) belong to it as well
  const firstWord = args.findIndex(
    (arg, index) => !arg.startsWith('-') && args[index - 1] !== '--data' && args[index - 1] !== '--format',
  )
  const name = firstWord < 0 ? undefined : args[firstWord]!
  const typedName = name?.replace(/^\//, '').split(/\s/)[0]?.toLowerCase()
  const operator = operatorCommands.find((each) => each.name === name)
  const typed =
    !operator && typedName !== undefined && (name!.startsWith('/') || commands.some((each) => each.name === typedName))
  if (name !== undefined && !operator && !typed) {
    throw new UserError(
      'usage',
      `There is no "${name}". Subcommands: ${operatorCommands.map((each) => each.name).join(', ')}. Typed commands start with a slash: "/help".`,
    )
  }
  if (typed) return typedArguments(args)
  const command = operator ?? operatorCommands[0]!
  const declared = Object.entries({ ...command.options, ...commonOptions }).map(
    ([option, { type }]) => [option, { type }] as const,
  )
  try {
    const { values, positionals } = parseArgs({
      args,
      options: Object.fromEntries(declared),
      allowPositionals: true,
      strict: true,
    })
    return { command, values, positionals: operator ? positionals.slice(1) : positionals }
  } catch (error) {
    throw new UserError('usage', `${(error as Error).message.split('\n')[0]} See: launchwire ${command.name} --help`, {
      cause: error,
    })
  }
}

/** A typed command keeps its own options; only ours are taken out of it. */
function typedArguments(args: string[]): Arguments {
  const values: Arguments['values'] = {}
  const line: string[] = []
  for (let index = 0; index < args.length; index++) {
    const [option, attached] = args[index]!.split(/=(.*)/s) as [string, string | undefined]
    if (option === '--help') values.help = true
    else if (option === '--json') values.format = 'json'
    else if (option === '--data' || option === '--format') values[option.slice(2)] = attached ?? args[++index]
    else line.push(args[index]!)
  }
  return { line, values, positionals: [] }
}

function helped(command: OperatorCommand | undefined): number {
  const asked = process.argv.slice(2).some((arg) => !arg.startsWith('-'))
  if (command && asked) {
    process.stdout.write(operatorHelp(command))
    return 0
  }
  const lines = operatorCommands.map((each) => `  ${each.name.padEnd(12)} ${each.summary}`)
  const typed = commands.map((each) => `  /${each.name.padEnd(11)} ${each.description}`)
  process.stdout.write(
    `Launchwire reads coverage of AI model launches and answers with its sources.\n\nUsage: npm start, or: npm run -s launchwire -- SUBCOMMAND …\n\nSubcommands:\n${lines.join('\n')}\n\nTyped commands ("/compare muse-spark gpt-5.4", --format ${formats.join('|')}):\n${typed.join('\n')}\n\n--data DIR names the database's folder; --help after a subcommand says more.\n`,
  )
  return 0
}

function createSystem(config: Config): System & { close(): Promise<void> } {
  const stop = new AbortController()
  let signals = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop.abort()
      // the second request does not wait for the work in hand: committed work is safe
      if (++signals > 1) process.exit(130)
    })
  }
  const log = createLog(config.LAUNCHWIRE_LOG, (line) => void process.stderr.write(line), Date.now)
  let opened: Promise<Store> | undefined
  let core: Promise<Core> | undefined
  const store = () => (opened ??= openStore(config))
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    input: process.stdin,
    output: process.stdout,
    environment: process.env,
    config,
    log,
    now: Date.now,
    stop: stop.signal,
    store,
    core: () =>
      (core ??= store().then(async (open) =>
        createCore({ commands, config, store: open, names: await createNames(open), log, now: Date.now }),
      )),
    close: async () => (await opened?.catch(() => undefined))?.close(),
  }
}
