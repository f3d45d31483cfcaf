import type { Message } from '../../message/message.ts'
import { keepKey, recallKey } from '../../storage/short-keys.ts'
import type { Store } from '../../storage/store.ts'

/**
 * What a button does with its typed command: `run` answers the presser alone, `share` shows the answer to all, `text` gives it
 * without pictures, `pick` marks a select, whose chosen value is the command.
 */
export const acts = ['run', 'share', 'text', 'pick'] as const
export type Act = (typeof acts)[number]

/** Longest command that stands in a custom_id (100 characters with its act) as it is; a longer one is kept under a short key. */
const longestLine = 90

/** Keys of the commands that are too long for a button, by command. */
export type Keys = ReadonlyMap<string, string>

/** A command as a custom_id or an option's value can hold it; undefined where it is too long and has no key. */
export function commandReference(line: string, keys: Keys): string | undefined {
  if (line.length <= longestLine) return line
  const key = keys.get(line)
  return key === undefined ? undefined : `#${key}`
}

/**
 * The custom_id of a button: its act and its command ("run risks muse-spark"). It needs no memory of ours, so it outlives a
 * restart.
 */
export function customId(act: Act, line: string, keys: Keys): string | undefined {
  const reference = commandReference(line, keys)
  return reference === undefined ? undefined : `${act} ${reference}`
}

/** Reads a custom_id back, or undefined where it is none of ours. */
export function readCustomId(id: string): { act: Act; reference: string } | undefined {
  const space = id.indexOf(' ')
  const act = acts.find((known) => known === id.slice(0, space))
  return act && { act, reference: id.slice(space + 1) }
}

/** A reference that has to be looked up. */
export const isKey = (reference: string): boolean => reference.startsWith('#')

/** The typed command that a reference stands for, or undefined where its key is not known. */
export async function commandOf(store: Store, reference: string): Promise<string | undefined> {
  return isKey(reference) ? recallKey(store, reference.slice(1)) : reference
}

/** Keeps a message's commands that are too long for a button, and `line`, the command that the message answers, where it is. */
export async function keepCommands(store: Store, message: Message, line?: string): Promise<Keys> {
  const lines = message.blocks.flatMap((block) =>
    block.type === 'actions' ? [...block.buttons, ...(block.select?.options ?? [])].map(({ command }) => command) : [],
  )
  const long = [...new Set(line === undefined ? lines : [...lines, line])].filter((each) => each.length > longestLine)
  const keys = new Map<string, string>()
  for (const each of long) keys.set(each, await keepKey(store, each))
  return keys
}
