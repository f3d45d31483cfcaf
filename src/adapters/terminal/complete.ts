import { runnableOf } from '../../command/define.ts'
import type { Caller } from '../../command/invocation.ts'
import type { Core } from '../../invoke.ts'

/** Completions for a line being typed, with the part of the line that they replace: command, subcommand, option name or value. */
export function complete(line: string, core: Core, caller: Caller): [string[], string] {
  const slash = line.startsWith('/') ? '/' : ''
  const words = line.slice(slash.length).split(/\s+/)
  const last = words[words.length - 1] ?? ''
  if (words.length <= 1)
    return [core.commands.map(({ name }) => slash + name).filter((name) => name.startsWith(slash + last)), slash + last]
  const command = core.commands.find(({ name }) => name === words[0])
  if (!command) return [[], last]
  const family = !('run' in command)
  if (family && words.length === 2) return [Object.keys(command.subcommands).filter((name) => name.startsWith(last)), last]
  const subcommand = family ? words[1] : undefined
  const runnable = runnableOf(command, subcommand)
  if (!runnable) return [[], last]
  const request = { command: command.name, ...(subcommand ? { subcommand } : {}), caller }
  const named = /^([a-z]+):(.*)$/.exec(last)
  if (named) {
    const values = core
      .suggest({ ...request, option: named[1]!, partial: named[2]! })
      .map(({ value }) => `${named[1]}:${quoted(value)}`)
    return [values, last]
  }
  const [first, ...others] = Object.keys(runnable.options)
  const names = others.map((name) => `${name}:`).filter((name) => name.startsWith(last))
  const values =
    first === undefined
      ? []
      : core
          .suggest({ ...request, option: first, partial: last })
          .map(({ value }) => quoted(value.toLowerCase().replaceAll(' ', '-')))
  return [last === '' ? [...values, ...names] : [...values.filter((value) => value.includes(last.toLowerCase())), ...names], last]
}

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value)
