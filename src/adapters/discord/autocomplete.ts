import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APICommandAutocompleteInteractionResponseCallbackData,
  ApplicationCommandOptionType,
} from 'discord.js'
import { runnableOf } from '../../command/define.ts'
import type { Core } from '../../invoke.ts'
import { slotsOf } from './declare.ts'
import { callerOf } from './invocation.ts'
import { cut, limits } from './limits.ts'

/**
 * Choices for the option that one is typing in: at most 25, from memory, best first, without what another slot of the same list
 * already holds. Never throws: an empty list is better than Discord's error.
 */
export function autocomplete(
  core: Pick<Core, 'commands' | 'suggest' | 'log'>,
  interaction: APIApplicationCommandAutocompleteInteraction,
): APICommandAutocompleteInteractionResponseCallbackData {
  try {
    return { choices: choicesFor(core, interaction) }
  } catch (error) {
    core.log.failure('discord autocomplete failed', error)
    return { choices: [] }
  }
}

function choicesFor(
  core: Pick<Core, 'commands' | 'suggest'>,
  interaction: APIApplicationCommandAutocompleteInteraction,
): { name: string; value: string }[] {
  const { name, options = [] } = interaction.data
  const given = options as APIApplicationCommandInteractionDataOption[]
  const [first] = given
  const family = first?.type === ApplicationCommandOptionType.Subcommand ? first : undefined
  const values = family ? (family.options ?? []) : given
  const focused = values.find((option) => 'focused' in option && option.focused === true)
  const command = core.commands.find((known) => known.name === name)
  const runnable = command && runnableOf(command, family?.name)
  const slots = runnable ? slotsOf(runnable) : []
  const slot = slots.find((known) => known.name === focused?.name)
  if (!focused || !('value' in focused) || !slot) return []
  const siblings = new Set(slots.filter(({ option }) => option === slot.option).map((sibling) => sibling.name))
  const taken = new Set(
    values.flatMap((option) =>
      'value' in option && option !== focused && siblings.has(option.name) ? [String(option.value).toLowerCase()] : [],
    ),
  )
  const request = { command: name, option: slot.option, partial: String(focused.value), caller: callerOf(interaction) }
  return core
    .suggest(family ? { ...request, subcommand: family.name } : request)
    .filter(
      ({ label, value }) => label !== '' && value !== '' && value.length <= limits.choiceText && !taken.has(value.toLowerCase()),
    )
    .slice(0, limits.choices)
    .map(({ label, value }) => ({ name: cut(label, limits.choiceText), value }))
}
