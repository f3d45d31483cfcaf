import { parseArgs } from 'node:util'
import { commands } from '../../commands/index.ts'
import { UserError } from '../errors.ts'
import { operatorCommands } from './index.ts'
import { commonOptions, type OperatorCommand, operatorHelp } from './operator.ts'
import { formats } from './typed.ts'

export type Values = Record<string, string | boolean | undefined>

/** What was asked for on the command line: a typed command as words, or a subcommand with its options. `named` is false where none was written. */
export type Arguments =
  | { kind: 'typed'; words: string[]; values: Values }
  | { kind: 'operator'; command: OperatorCommand; named: boolean; positionals: string[]; values: Values }

/** Options that may stand before the subcommand and take a value. */
const leading = ['--data', '--format']

/**
 * Reads the arguments. A first word that starts with a slash, or is a command's name, begins a typed command.
 * @throws UserError where there is no such subcommand or option
 */
export async function readArguments(typed: string[]): Promise<Arguments> {
  const args = typed.map((arg) => (arg === '-h' ? '--help' : arg))
  const first = args.findIndex((arg, index) => !arg.startsWith('-') && !leading.includes(args[index - 1] ?? ''))
  const name = args[first]
  const load =
    name === undefined ? operatorCommands.start : Object.hasOwn(operatorCommands, name) ? operatorCommands[name] : undefined
  if (!load) {
    const typedName = name!.replace(/^\//, '').split(/\s/)[0]!.toLowerCase()
    if (name!.startsWith('/') || commands.some((each) => each.name === typedName)) return typedArguments(args)
    throw new UserError(
      'usage',
      `There is no "${name}". Subcommands: ${Object.keys(operatorCommands).join(', ')}. Typed commands start with a slash, as in "/help".`,
    )
  }
  const command = await load()
  const declared = Object.entries({ ...command.options, ...commonOptions }).map(
    ([option, { type }]) => [option, { type }] as const,
  )
  try {
    const parsed = parseArgs({ args, options: Object.fromEntries(declared), allowPositionals: true, strict: true })
    const positionals = name === undefined ? parsed.positionals : parsed.positionals.slice(1)
    return { kind: 'operator', command, named: name !== undefined, positionals, values: parsed.values as Values }
  } catch (error) {
    // Node's own message goes on about options that are meant as words: its first sentence tells what is wrong
    const [wrong] = (error as Error).message.split(/\n|\. To specify/)
    throw new UserError(
      'usage',
      `${wrong!.replace(/\.?$/, '.')} See: launchwire ${name === undefined ? '' : `${command.name} `}--help`,
      {
        cause: error,
      },
    )
  }
}

/** A typed command keeps its own options; only ours are taken out of it. */
function typedArguments(args: string[]): Arguments {
  const values: Values = {}
  const words: string[] = []
  for (let index = 0; index < args.length; index++) {
    const [option, attached] = args[index]!.split(/=(.*)/s) as [string, string | undefined]
    if (option === '--help') values.help = true
    else if (option === '--json') values.format = 'json'
    else if (leading.includes(option)) values[option.slice(2)] = attached ?? args[++index]
    else words.push(args[index]!)
  }
  return { kind: 'typed', words, values }
}

/** The help of one subcommand, or of everything where none was named. */
export async function helpText(command: OperatorCommand | null): Promise<string> {
  if (command) return operatorHelp(command)
  const operators = await Promise.all(Object.values(operatorCommands).map((load) => load()))
  return [
    'Launchwire reads coverage of AI model launches and answers with its sources.',
    '',
    'Usage: npm start, or: npm run -s launchwire -- SUBCOMMAND …',
    '',
    'Subcommands:',
    ...operators.map((each) => `  ${each.name.padEnd(12)} ${each.summary}`),
    '',
    `Typed commands ("/compare muse-spark gpt-5.4", --format ${formats.join('|')}):`,
    ...commands.map((each) => `  /${each.name.padEnd(11)} ${each.description}`),
    '',
    '--data DIR names the database’s folder; --help after a subcommand says more; --version tells which Launchwire this is.',
    '',
  ].join('\n')
}
