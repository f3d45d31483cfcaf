import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types'
import { type Command, type Option, type OptionKind, type Runnable, runnableOf } from '../../command/define.ts'
import type { Choice, Invocation } from '../../command/invocation.ts'
import { clean } from './escape.ts'
import { cut, limits } from './limits.ts'

/** callback_id of a form; the command and its subcommand follow. */
export const formPrefix = 'form:'
/** action_id of a field whose choices come as one types; the option's name follows. */
export const choosePrefix = 'choose:'
const visibleTo = 'visible_to'

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false })
const option = (label: string, value: string): PlainTextOption => ({ text: plain(cut(label, limits.optionText)), value })

/** Where the answer to a form goes, carried through the form itself, so that a restart in between loses nothing. */
export interface FormPlace {
  channel: string | null
  responseUrl?: string
}

/** What is chosen by type-ahead: names that the corpus knows. */
const namedKinds: ReadonlySet<OptionKind> = new Set(['model', 'vendor', 'model or vendor', 'benchmark', 'category'])

/** True where a command that was typed with nothing else is better asked for in a form: what it needs can be chosen there. */
export function wantsForm(command: Command, asked: Pick<Invocation, 'subcommand' | 'words' | 'named'>): boolean {
  const runnable = runnableOf(command, asked.subcommand)
  if (!runnable || asked.words.length > 0 || Object.keys(asked.named).some((name) => name !== 'public')) return false
  const [first] = Object.values(runnable.options)
  return first?.required === true && namedKinds.has(first.kind)
}

/** A form for a command, from its declaration: names by type-ahead, fixed choices, and who sees the answer. */
export function formView(command: Command, subcommand: string | undefined, place: FormPlace, isPublic: boolean): ModalView {
  const runnable = runnableOf(command, subcommand) as Runnable
  const name = [command.name, subcommand].filter(Boolean).join(' ')
  return {
    type: 'modal',
    callback_id: `${formPrefix}${name}`,
    private_metadata: JSON.stringify(place).slice(0, limits.privateMetadata),
    title: plain(cut(capital(name), limits.viewTitle)),
    submit: plain('Ask'),
    close: plain('Cancel'),
    blocks: [...Object.entries(runnable.options).flatMap(([key, declared]) => field(key, declared)), visibility(isPublic)],
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function field(name: string, declared: Option): KnownBlock[] {
  const element = fieldElement(name, declared)
  if (!element) return []
  const block: InputBlock = {
    type: 'input',
    block_id: name,
    label: plain(cut(clean(declared.description) || name, limits.inputLabel)),
    optional: !declared.required,
    element,
  }
  return [block]
}

function fieldElement(name: string, declared: Option): InputBlock['element'] | null {
  const action_id = `${choosePrefix}${name}`
  if (namedKinds.has(declared.kind) || declared.kind === 'zone') {
    const typeAhead = { action_id, min_query_length: 0, placeholder: plain('Type a name') }
    return declared.list
      ? { type: 'multi_external_select', ...typeAhead, max_selected_items: declared.list.max }
      : { type: 'external_select', ...typeAhead }
  }
  switch (declared.kind) {
    case 'choice': {
      const options = (declared.choices ?? [])
        .slice(0, limits.options)
        .map((choice) => option(choice.replaceAll('_', ' '), choice))
      return options.length > 0 ? { type: 'static_select', action_id, options } : null
    }
    case 'flag':
      return { type: 'static_select', action_id, options: [option('Yes', 'yes'), option('No', 'no')] }
    case 'integer':
      // a page number is for buttons
      return name === 'page'
        ? null
        : {
            type: 'number_input',
            action_id,
            is_decimal_allowed: false,
            ...(declared.min === undefined ? {} : { min_value: String(declared.min) }),
            ...(declared.max === undefined ? {} : { max_value: String(declared.max) }),
          }
    default:
      return { type: 'plain_text_input', action_id, multiline: declared.rest ?? false }
  }
}

function visibility(isPublic: boolean): InputBlock {
  const me = option('Only me', 'no')
  const all = option('Everyone in the channel', 'yes')
  return {
    type: 'input',
    block_id: visibleTo,
    label: plain('Who sees the answer'),
    element: { type: 'static_select', action_id: visibleTo, options: [me, all], initial_option: isPublic ? all : me },
  }
}

/** One field of a submitted form, as Slack sends it. */
interface FieldState {
  type?: string
  value?: string | null
  selected_option?: { value: string } | null
  selected_options?: { value: string }[] | null
}
/** A submitted form, as far as it is read. */
export interface Submitted {
  callback_id: string
  private_metadata: string
  state: { values: Record<string, Record<string, FieldState>> }
}

/** What a submitted form asks, and where the answer goes. */
export function submitted(view: Submitted): { asked: Omit<Invocation, 'caller'>; place: FormPlace } {
  const [command = '', subcommand] = view.callback_id.slice(formPrefix.length).split(' ')
  const named: Record<string, string> = {}
  for (const [block, actions] of Object.entries(view.state.values)) {
    const [state] = Object.values(actions)
    const value =
      state?.selected_options?.map((choice) => choice.value).join(', ') ??
      state?.selected_option?.value ??
      state?.value ??
      undefined
    if (value) named[block === visibleTo ? 'public' : block] = value
  }
  return { asked: { command, ...(subcommand ? { subcommand } : {}), words: [], named }, place: placeIn(view.private_metadata) }
}

function placeIn(metadata: string): FormPlace {
  try {
    const { channel, responseUrl } = JSON.parse(metadata) as Partial<FormPlace>
    return { channel: channel ?? null, ...(responseUrl ? { responseUrl } : {}) }
  } catch {
    return { channel: null }
  }
}

/** What is wrong with a form before anything is asked: too few or too many names, by the field that has them. */
export function formErrors(runnable: Runnable, named: Record<string, string>): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const [name, { list }] of Object.entries(runnable.options)) {
    if (!list) continue
    const chosen = (named[name] ?? '').split(', ').filter(Boolean).length
    if (chosen < list.min) errors[name] = `Choose at least ${list.min}.`
    else if (chosen > list.max) errors[name] = `Choose at most ${list.max}.`
  }
  return errors
}

/** Choices as Slack's options; what does not fit an option's value is left out. */
export const optionsFor = (choices: Choice[]): PlainTextOption[] =>
  choices
    .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= limits.optionValue)
    .slice(0, limits.options)
    .map(({ label, value }) => option(clean(label), value))
