import { existsSync } from 'node:fs'
import { commands } from '../commands/index.ts'
import manifest from '../package.json' with { type: 'json' }
import { helpText, readArguments } from './cli/arguments.ts'
import type { System } from './cli/operator.ts'
import { runTyped } from './cli/typed.ts'
import type { Intake } from './command/invocation.ts'
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
    if (args.length === 1 && /^(?:--version|-v|-V)$/.test(args[0]!)) {
      process.stdout.write(`launchwire ${manifest.version}, Node ${process.versions.node}\n`)
      return 0
    }
    const given = await readArguments(args)
    const { values } = given
    if (given.kind === 'operator' && values.help) {
      process.stdout.write(await helpText(given.named ? given.command : null))
      return 0
    }
    config = readConfig({ ...process.env, ...(typeof values.data === 'string' ? { LAUNCHWIRE_DATA: values.data } : {}) })
    system = createSystem(config)
    if (given.kind === 'operator') return await given.command.run(given, system)
    const words = values.help ? ['help', given.words.join(' ').replace(/^\//, '').split(' ')[0]!] : given.words
    return await runTyped(words, values.format as string | undefined, system)
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

/** The ends of the program: streams, clock, signals, and the database, opened when first asked for. */
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
  // what fetches is loaded when a command asks for it
  let fetching: Promise<Intake> | undefined
  const wired = (open: Store) =>
    (fetching ??= import('./gather/polling.ts').then(({ createPolling, intakeOf }) =>
      intakeOf(createPolling({ config, store: open, log, now: Date.now })),
    ))
  const intake = (open: Store): Intake => ({
    add: async (address) => (await wired(open)).add(address),
    follow: async (...given) => (await wired(open)).follow(...given),
  })
  const wire = async () => {
    const open = await store()
    return createCore({ commands, config, store: open, names: await createNames(open), log, intake: intake(open), now: Date.now })
  }
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
    core: () => (core ??= wire()),
    close: async () => (await opened?.catch(() => undefined))?.close(),
  }
}
