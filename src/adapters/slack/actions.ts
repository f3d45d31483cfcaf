import type { ActionsBlock, ActionsBlockElement, KnownBlock, PlainTextElement, PlainTextOption } from '@slack/types'
import { citedClaims } from '../../message/citations.ts'
import type { Action, BlockOf, Message } from '../../message/message.ts'
import { clean } from './escape.ts'
import { cut, limits } from './limits.ts'

/** Names of the adapter's own actions; every other action carries a typed command. */
export const shareAction = 'share'
export const evidenceAction = 'evidence'
/** What a button's action_id starts with; the command that the message answered follows, then a number. */
export const runAction = /^run\.([a-z0-9_-]*)\.\d+$/
/** The evidence menu's block_id starts with this; the typed line follows, so that the menu's choices can be made again after a restart. */
export const linePrefix = 'line:'

/** Fits a select's worth of choices into a message beside other things. */
const selectJson = 6_000

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false })

/** Name of the command that a typed line runs. */
export const commandName = (line: string | undefined): string => /^\/?([a-z0-9_-]+)/i.exec(line ?? '')?.[1]?.toLowerCase() ?? ''

/**
 * A message's buttons and choices, each a typed command in its value, then the adapter's own row: the sentence behind a number, and sharing an answer that
 * only one person sees. A choice too long for a select becomes a button; a command too long for a button (2,000 characters) has none.
 */
export function actionBlocks(
  actions: BlockOf<'actions'>[],
  message: Message,
  options: { line?: string; share?: boolean; plain?: boolean },
): KnownBlock[] {
  const origin = commandName(options.line)
  const groups = actions.map(({ buttons, select }) => {
    const choices = distinct(select?.options ?? [])
    const selectable = choices.filter(({ command }) => command.length <= limits.optionValue)
    const rest = choices.filter(({ command }) => command.length > limits.optionValue)
    return [...[...buttons, ...rest].flatMap(button), ...selects(select?.placeholder ?? '', selectable)]
  })
  const own = options.plain ? [] : ownRow(message, options)
  const blocks = groups.flatMap((elements) => chunk(elements, origin))
  return own.length > 0 && options.line ? [...blocks, rowFor(options.line, own)] : blocks
}

function button({ label, command }: Action): ActionsBlockElement[] {
  const value = clean(command).trim()
  if (value === '' || value.length > limits.buttonValue) return []
  return [{ type: 'button', text: plain(cut(clean(label).trim() || value, limits.buttonText)), value }]
}

/** Two choices with one command are one choice. */
const distinct = (choices: Action[]): Action[] => [
  ...new Map(
    choices
      .map(({ label, command }) => ({ label, command: clean(command).trim() }))
      .filter(({ command }) => command !== '')
      .map((choice) => [choice.command, choice]),
  ).values(),
]

/** As many selects as the choices' number and length ask for. */
function selects(placeholder: string, choices: Action[]): ActionsBlockElement[] {
  const made: PlainTextOption[][] = []
  let size = Infinity
  for (const { label, command } of choices) {
    const option: PlainTextOption = { text: plain(cut(clean(label).trim() || command, limits.optionText)), value: command }
    const length = JSON.stringify(option).length + 1
    if (size + length > selectJson || made.at(-1)!.length >= limits.options) {
      made.push([])
      size = 0
    }
    made.at(-1)!.push(option)
    size += length
  }
  return made.map((options) => ({
    type: 'static_select',
    placeholder: plain(cut(clean(placeholder).trim() || 'Choose', limits.placeholder)),
    options,
  }))
}

/** Rows of at most 25 elements, each short enough to share a message; action_ids are numbered, since they must differ within a block. */
function chunk(elements: ActionsBlockElement[], origin: string): ActionsBlock[] {
  const rows: ActionsBlockElement[][] = []
  let size = Infinity
  for (const element of elements) {
    const length = JSON.stringify(element).length + 40
    if (size + length > limits.tableJson || rows.at(-1)!.length >= limits.actions) {
      rows.push([])
      size = 0
    }
    const row = rows.at(-1)!
    row.push({ ...element, action_id: `run.${cut(origin, 100)}.${row.length}` })
    size += length
  }
  return rows.map((row) => ({ type: 'actions', elements: row }))
}

function ownRow(message: Message, { line, share }: { line?: string; share?: boolean }): ActionsBlockElement[] {
  if (!line || message.error) return []
  const menu: ActionsBlockElement[] =
    citedClaims(message).length > 0 && `${linePrefix}${line}`.length <= limits.id
      ? [
          {
            type: 'external_select',
            action_id: evidenceAction,
            placeholder: plain('Show the sentence behind…'),
            min_query_length: 0,
          },
        ]
      : []
  const shared: ActionsBlockElement[] =
    share && line.length <= limits.buttonValue
      ? [{ type: 'button', action_id: shareAction, text: plain('Share to channel'), value: line }]
      : []
  return [...menu, ...shared]
}

const rowFor = (line: string, elements: ActionsBlockElement[]): ActionsBlock => ({
  type: 'actions',
  ...(`${linePrefix}${line}`.length <= limits.id ? { block_id: `${linePrefix}${line}` } : {}),
  elements,
})
