import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import { type Command, type Runnable, runnableOf } from '../../command/define.ts'
import type { Invocation } from '../../command/invocation.ts'
import { parseLine } from '../../command/parse-line.ts'
import { publicOption } from './declare.ts'
import { type Asked, lineOf, withoutPublic } from './invocation.ts'
import { cut, limits } from './limits.ts'

/** The option that holds the rest of the line ("ask how does …"), which a modal asks for where it is needed and not given. */
export function freeText(runnable: Runnable): string | undefined {
  return Object.entries(runnable.options).find(([, declared]) => declared.rest)?.[0]
}

/**
 * The modal for a command whose free text is missing, or undefined where nothing is. Its custom_id is the command with what was
 * given ("modal ask public:true"), so that it outlives a restart.
 */
export function modalFor(
  { invocation, public: shown }: Asked,
  commands: readonly Command[],
): APIModalInteractionResponseCallbackData | undefined {
  const command = commands.find(({ name }) => name === invocation.command)
  const runnable = command && runnableOf(command, invocation.subcommand)
  const option = runnable && freeText(runnable)
  if (!option || !runnable.options[option]!.required || invocation.named[option] || invocation.words.length > 0) return undefined
  const [example] = runnable.examples
  return {
    custom_id: modalId(
      shown === undefined ? invocation : { ...invocation, named: { ...invocation.named, [publicOption]: String(shown) } },
    ),
    title: cut(`/${invocation.command}`, limits.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: cut(runnable.options[option]!.description, limits.modalLabel),
        component: {
          type: ComponentType.TextInput,
          custom_id: option,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: limits.modalInput,
          ...(example ? { placeholder: cut(example.split(' ').slice(1).join(' ') || example, limits.optionText) } : {}),
        },
      },
    ],
  }
}

function modalId(invocation: Omit<Invocation, 'caller'>): string {
  const id = `modal ${lineOf(invocation)}`
  return id.length <= limits.customId ? id : `modal ${lineOf({ ...invocation, named: {} })}`
}

/**
 * What was written in a modal of ours, as the command that it belongs to; undefined for a modal of anybody else's.
 * @throws UserError where there is no such command any more.
 */
export function readModal(interaction: APIModalSubmitInteraction, commands: readonly Command[]): Asked | undefined {
  const { custom_id: id, components } = interaction.data
  if (!id.startsWith('modal ')) return undefined
  const given = parseLine(id.slice('modal '.length), commands)
  const named: Record<string, string> = { ...given.named }
  for (const part of components) {
    const inputs = 'component' in part ? [part.component] : 'components' in part ? part.components : []
    for (const input of inputs) if ('value' in input && typeof input.value === 'string') named[input.custom_id] = input.value
  }
  return withoutPublic({ ...given, named })
}
