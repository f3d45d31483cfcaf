import { type Command, type Option, type Options, type Runnable, runnableOf } from './define.ts'

/** How an option is written in a usage line: MODEL, [on:CATEGORY], A B … E. */
function optionUsage(name: string, option: Option, first: boolean): string {
  const word = name.toUpperCase()
  const value = option.choices ? option.choices.join('|') : option.kind === 'flag' ? 'yes' : option.kind.toUpperCase()
  if (!first) return option.required ? `${name}:${value}` : `[${name}:${value}]`
  const shown = option.list
    ? Array.from({ length: option.list.min }, (_, index) => `${value}${index + 1}`).join(' ') +
      (option.list.max > option.list.min ? ' …' : '')
    : option.rest
      ? `${word} …`
      : value
  return option.required ? shown : `[${shown}]`
}

/** The options part of a usage line, as Slack's usage hint and the terminal show it. */
export function usageHint(options: Options): string {
  return Object.entries(options)
    .map(([name, option], index) => optionUsage(name, option, index === 0))
    .join(' ')
}

/** One usage line per runnable: `/compare MODEL1 MODEL2 … [on:CATEGORY]`. */
export function usageLines(command: Command): string[] {
  if ('run' in command) return [`/${command.name} ${usageHint(command.options)}`.trim()]
  return Object.entries(command.subcommands).map(([name, runnable]) =>
    `/${command.name} ${name} ${usageHint(runnable.options)}`.trim(),
  )
}

/** What the error for a missing option shows: usage and one example. */
export function usageOf(command: Command, subcommand?: string): { usage: string; example: string | undefined } {
  const runnable = runnableOf(command, subcommand) as Runnable
  const name = subcommand ? `${command.name} ${subcommand}` : command.name
  return { usage: `/${name} ${usageHint(runnable.options)}`.trim(), example: runnable.examples[0] ?? command.examples[0] }
}

/** One row per command for the README's table: usage and description. */
export function commandTable(commands: readonly Command[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const rows = commands.flatMap((command) => {
    if ('run' in command) return [`| \`${cell(usageLines(command)[0]!)}\` | ${command.description} |`]
    return Object.values(command.subcommands).map(
      (runnable, index) => `| \`${cell(usageLines(command)[index]!)}\` | ${runnable.description} |`,
    )
  })
  return ['| command | what it answers |', '| --- | --- |', ...rows].join('\n')
}
