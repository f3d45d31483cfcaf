import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Command, Option, OptionKind, Runnable } from '../../command/define.ts'
import { cut, limits } from './limits.ts'

export type Declaration = RESTPutAPIApplicationCommandsJSONBody[number]

/** The context command of a message; its answer comes from the command `ask`. */
export const sourcesSay = 'What do the sources say?'
/** The command on somebody's message that reads the article it links to, and the command behind it. */
export const readArticle = 'Read this article'
export const readCommand = 'add'
export const askCommand = 'ask'

/** The command that shows the sentence behind a claim, by the claim's id. */
export const evidenceCommand = 'evidence'

/** Shows an answer to everyone; every command takes it, and only the adapter reads it. */
export const publicOption = 'public'

/**
 * Those who may change things: who manage the channels of the server (Discord lets a server's owner change this for each
 * command).
 */
export const managersPermission = PermissionFlagsBits.ManageChannels

/**
 * A place where an option's value stands among Discord's options: a list of models is `model`, `model2`, …; others are
 * themselves.
 */
export interface Slot {
  /** The name that Discord shows. */
  name: string
  /** The option's own name. */
  option: string
  declared: Option
  required: boolean
}

/** The options of a command as Discord takes them: lists cut into slots, the needed ones first, as Discord demands. */
export function slotsOf(runnable: Runnable): Slot[] {
  const slots = Object.entries(runnable.options).flatMap(([option, declared]): Slot[] => {
    // left out, it is asked for in a modal
    if (declared.rest) return [{ name: option, option, declared, required: false }]
    if (!declared.list) return [{ name: option, option, declared, required: declared.required }]
    const { min, max } = declared.list
    return Array.from({ length: max }, (_, index) => ({
      name: option.replace(/s$/, '') + (index === 0 ? '' : index + 1),
      option,
      declared,
      required: declared.required && index < min,
    }))
  })
  return [...slots.filter(({ required }) => required), ...slots.filter(({ required }) => !required)]
}

/** Option kinds whose values come from the core as one types. */
const suggested: ReadonlySet<OptionKind> = new Set([
  'model',
  'model or vendor',
  'vendor',
  'benchmark',
  'category',
  'zone',
  'schedule',
])

/** Whether choices are given as one types, or all at once in the declaration. */
export const isSuggested = (declared: Option): boolean =>
  suggested.has(declared.kind) || (declared.choices !== undefined && declared.choices.length > limits.choices)

/** A command without an example is reached by buttons only, such as the evidence of a claim: nobody types a claim's id. */
const isTyped = (command: Command): boolean => command.examples.length > 0

/**
 * Every command as Discord's application commands. `guild` leaves out what only global commands have: where they may be used and
 * who may install them (https://docs.discord.com/developers/interactions/application-commands).
 */
export function declare(commands: readonly Command[], where: 'global' | 'guild' = 'global'): Declaration[] {
  const typed = commands.filter(isTyped).map((command) => declareCommand(command, where))
  const ask = commands.some(({ name }) => name === askCommand)
  const read = commands.find(({ name }) => name === readCommand)
  const context: Declaration[] = [
    ...(ask ? [{ type: ApplicationCommandType.Message, name: sourcesSay, ...placesOf(false, where) } as const] : []),
    ...(read
      ? [{ type: ApplicationCommandType.Message, name: readArticle, ...placesOf(forManagers(read), where) } as const]
      : []),
  ]
  return [...typed, ...context]
}

function declareCommand(command: Command, where: 'global' | 'guild'): Declaration {
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: cut(command.description, limits.description),
    options:
      'run' in command
        ? optionsOf(command)
        : Object.entries(command.subcommands).map(([name, runnable]) => ({
            type: ApplicationCommandOptionType.Subcommand as const,
            name,
            description: cut(runnable.description, limits.description),
            options: optionsOf(runnable),
          })),
    ...placesOf(forManagers(command), where),
  }
}

/** Hidden from those who may not use it; a command that a setting opens to everyone is shown to all, and refuses by itself where it is not open. */
function forManagers(command: Command): boolean {
  const runnables = 'run' in command ? [command] : Object.values(command.subcommands)
  return runnables.every((runnable) => (runnable.access ?? command.access) === 'managers' && !runnable.openedBy)
}

type Places = Pick<Declaration, 'default_member_permissions' | 'contexts' | 'integration_types'>

/**
 * Questions may be asked anywhere, with the app installed by a server or by a person; what changes things only in a server that
 * has it.
 */
function placesOf(managersOnly: boolean, where: 'global' | 'guild'): Places {
  const permissions = managersOnly ? { default_member_permissions: String(managersPermission) } : {}
  if (where === 'guild') return permissions
  return managersOnly
    ? {
        ...permissions,
        contexts: [InteractionContextType.Guild],
        integration_types: [ApplicationIntegrationType.GuildInstall],
      }
    : {
        contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
        integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      }
}

function optionsOf(runnable: Runnable): APIApplicationCommandBasicOption[] {
  const slots = slotsOf(runnable)
  return [
    ...slots.map(optionOf),
    {
      type: ApplicationCommandOptionType.Boolean as const,
      name: publicOption,
      description: 'Show the answer to everyone here',
      required: false,
    },
  ].slice(0, limits.commandOptions)
}

function optionOf({ name, declared, required }: Slot): APIApplicationCommandBasicOption {
  const base = { name, description: cut(declared.description, limits.description), required }
  if (declared.kind === 'flag') return { ...base, type: ApplicationCommandOptionType.Boolean }
  if (declared.kind === 'integer') {
    return {
      ...base,
      type: ApplicationCommandOptionType.Integer,
      ...(declared.min === undefined ? {} : { min_value: declared.min }),
      ...(declared.max === undefined ? {} : { max_value: declared.max }),
    }
  }
  if (isSuggested(declared)) return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true }
  const choices = declared.choices?.map((value): APIApplicationCommandOptionChoice<string> => ({ name: value, value }))
  return { ...base, type: ApplicationCommandOptionType.String, ...(choices ? { choices } : {}) }
}
