import { type APIApplicationCommand, ApplicationCommandType, type REST, Routes } from 'discord.js'
import type { Command } from '../../command/define.ts'
import { asked } from './application.ts'
import { type Declaration, declare } from './declare.ts'
import { installSettings } from './invite.ts'

/** What registering did, by the commands' names. */
export interface Registration {
  added: string[]
  changed: string[]
  removed: string[]
  unchanged: string[]
  /** The app's own install settings were written (never for one server). */
  install: boolean
}

/**
 * Makes Discord's application commands what the declarations say, for everyone, or for one server (where they show at once).
 * Where nothing differs nothing is written, so it may run at every deploy.
 * @throws UserError where Discord refuses the token, or the app is not in that server.
 */
export async function register(
  client: REST,
  commands: readonly Command[],
  options: { application: string; guild?: string; mentions: boolean },
): Promise<Registration> {
  const { application, guild } = options
  const route = guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application)
  const wanted = declare(commands, guild ? 'guild' : 'global')
  const existing = await asked(async () => (await client.get(route)) as APIApplicationCommand[])
  const changes = difference(existing, wanted)
  if (changes.added.length + changes.changed.length + changes.removed.length > 0) await client.put(route, { body: wanted })
  return { ...changes, install: guild ? false : await allowInstalls(client, options) }
}

/** What would change, by name. */
export function difference(
  existing: APIApplicationCommand[],
  wanted: Declaration[],
): Pick<Registration, 'added' | 'changed' | 'removed' | 'unchanged'> {
  const before = new Map(existing.map((command) => [keyOf(command), command]))
  const after = new Map(wanted.map((command) => [keyOf(command), command]))
  const kept = wanted.filter((command) => before.has(keyOf(command)))
  const isSame = (command: Declaration): boolean => canonical(before.get(keyOf(command))!) === canonical(command)
  return {
    added: wanted.filter((command) => !before.has(keyOf(command))).map(({ name }) => name),
    changed: kept.filter((command) => !isSame(command)).map(({ name }) => name),
    removed: existing.filter((command) => !after.has(keyOf(command))).map(({ name }) => name),
    unchanged: kept.filter(isSame).map(({ name }) => name),
  }
}

const keyOf = ({ type, name }: { type?: number | undefined; name: string }): string =>
  `${type ?? ApplicationCommandType.ChatInput} ${name}`

/** What of a command is ours to say; Discord adds ids, versions and defaults of its own. */
const said = ['type', 'name', 'description', 'options', 'default_member_permissions', 'contexts', 'integration_types'] as const

function canonical(command: Declaration | APIApplicationCommand): string {
  const fields = said.map((field) => [field, plain((command as unknown as Record<string, unknown>)[field], field)] as const)
  return JSON.stringify(fields.filter(([, value]) => value !== undefined))
}

/** A value without what means nothing: null, false, empty lists and texts; keys in order, sets sorted. */
function plain(value: unknown, field?: string): unknown {
  if (value === null || value === false || value === '') return undefined
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined
    return field === 'contexts' || field === 'integration_types' ? [...value].sort() : value.map((each) => plain(each))
  }
  if (typeof value !== 'object') return value
  const entries = Object.entries(value as Record<string, unknown>).map(([key, inner]) => [key, plain(inner, key)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Commands that a person may bring along work only where the app itself allows such installs. True where that had to be written.
 */
async function allowInstalls(client: REST, options: { mentions: boolean }): Promise<boolean> {
  const application = (await client.get(Routes.currentApplication())) as { integration_types_config?: unknown }
  const wanted = installSettings(options)
  if (JSON.stringify(plain(application.integration_types_config)) === JSON.stringify(plain(wanted))) return false
  await client.patch(Routes.currentApplication(), { body: { integration_types_config: wanted } })
  return true
}
