import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  PermissionFlagsBits,
} from 'discord.js'
import { type Command, runnableOf } from '../../command/define.ts'
import type { Caller, Invocation } from '../../command/invocation.ts'
import { publicOption, slotsOf } from './declare.ts'

const managing = PermissionFlagsBits.ManageChannels | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator

/**
 * Who asks. A manager is who may manage the channels or the server, where the server has installed the app: in a place where only
 * the person installed it, nobody is.
 */
export function callerOf(interaction: APIInteraction): Caller {
  const { guild_id: guild, member } = interaction
  const installed = interaction.authorizing_integration_owners?.[ApplicationIntegrationType.GuildInstall]
  const permissions = member ? BigInt(member.permissions) : 0n
  return {
    adapter: 'discord',
    team: guild ?? null,
    channel: channelOf(interaction) ?? null,
    person: member?.user.id ?? interaction.user?.id ?? null,
    manager: guild !== undefined && installed === guild && (permissions & managing) !== 0n,
    zone: null,
  }
}

/** Where it was asked; some interactions carry the whole channel, some only its id. */
export const channelOf = (interaction: APIInteraction): string | undefined =>
  interaction.channel?.id ?? ('channel_id' in interaction ? interaction.channel_id : undefined)

/** An invocation, less who asks, and whether its answer is for everyone, where that was said. */
export interface Asked {
  invocation: Omit<Invocation, 'caller'>
  public: boolean | undefined
}

/** Takes `public` out of named values: the core never sees it. */
export function withoutPublic(invocation: Omit<Invocation, 'caller'>): Asked {
  const { [publicOption]: shown, ...named } = invocation.named
  return { invocation: { ...invocation, named }, public: shown === undefined ? undefined : /^(true|yes|y|on|1)$/i.test(shown) }
}

/** A slash command's options as an invocation: the slots of a list are joined by commas again. */
export function readOptions(
  name: string,
  given: APIApplicationCommandInteractionDataOption[] | undefined,
  commands: readonly Command[],
): Asked {
  const [first] = given ?? []
  const family = first?.type === ApplicationCommandOptionType.Subcommand ? first : undefined
  const subcommand = family?.name
  const values = new Map(
    (family ? (family.options ?? []) : (given ?? [])).flatMap((option) =>
      'value' in option ? [[option.name, String(option.value)] as const] : [],
    ),
  )
  const command = commands.find((known) => known.name === name)
  const runnable = command && runnableOf(command, subcommand)
  const named: Record<string, string> = {}
  for (const slot of runnable ? slotsOf(runnable) : []) {
    const value = values.get(slot.name)?.trim()
    if (value) named[slot.option] = slot.option in named ? `${named[slot.option]}, ${value}` : value
  }
  const shown = values.get(publicOption)
  if (shown !== undefined) named[publicOption] = shown
  return withoutPublic({ command: name, ...(subcommand === undefined ? {} : { subcommand }), words: [], named })
}

/** The invocation as one would type it ("compare models:"muse spark, gpt 5.4" on:health"), for buttons that ask it again. */
export function lineOf({ command, subcommand, words, named }: Omit<Invocation, 'caller'>): string {
  const options = Object.entries(named).map(([name, value]) => `${name}:${quoted(value)}`)
  return [command, subcommand, ...words.map(quoted), ...options].filter((part) => part !== undefined).join(' ')
}

const quoted = (value: string): string => (/^[^\s":]+$/.test(value) ? value : `"${value.replaceAll('"', "'")}"`)
