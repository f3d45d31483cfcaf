import { Ajv, type ValidateFunction } from 'ajv'
import { judgeSchema } from './judge-schema.ts'

/**
 * Judges what the app sends to Slack, by Slack's own types and the limits that their comments state, and by the table below of what they do not state. Gives
 * what is wrong; nothing where all is well.
 */
export type Call = 'Post' | 'Ephemeral' | 'Update' | 'Response' | 'Options' | 'Modal' | 'Home'

const schema = judgeSchema()
const ajv = new Ajv({ strict: false, allErrors: true, verbose: false })
ajv.addSchema(schema, 'slack')
const compiled = new Map<string, ValidateFunction>()
function validator(definition: string): ValidateFunction {
  const known = compiled.get(definition)
  if (known) return known
  const made = ajv.compile({ $ref: `slack#/definitions/${encodeURIComponent(definition)}` })
  compiled.set(definition, made)
  return made
}

/** The number of limits that stand in the schema: that the comments are still read is itself tested. */
export const statedLimits = (): number => (JSON.stringify(schema).match(/"max(?:Length|Items)":/g) ?? []).length

export function judge(call: Call, body: Record<string, unknown>): string[] {
  const validate = validator(call)
  const shape = validate(body) ? [] : explain(call, body, validate)
  return [...shape, ...unstated(call, body)]
}

/** A union of twenty block types reports twenty failures: the block's own type tells which one was meant. */
function explain(call: Call, body: Record<string, unknown>, validate: ValidateFunction): string[] {
  const blocks = Array.isArray(body.blocks) ? body.blocks : []
  const inBlocks = blocks.flatMap((block: { type?: string }, index) => {
    const name = Object.entries(schema.definitions).find(([, definition]) =>
      JSON.stringify((definition.properties as { type?: unknown } | undefined)?.type ?? '').includes(`"const":"${block.type}"`),
    )?.[0]
    if (!name) return [`blocks.${index}: no block of type ${block.type}`]
    const one = validator(name)
    return one(block)
      ? []
      : (one.errors ?? []).slice(0, 4).map((error) => `blocks.${index}${error.instancePath} ${error.message}`)
  })
  if (inBlocks.length > 0) return inBlocks
  return (validate.errors ?? [])
    .slice(0, 6)
    .map((error) => `${call}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
}

type Node = Record<string, unknown>

/** Every object inside, with the objects above it. */
function* walk(node: unknown, above: Node[] = []): Generator<{ node: Node; above: Node[] }> {
  if (!node || typeof node !== 'object') return
  if (Array.isArray(node)) {
    for (const item of node) yield* walk(item, above)
    return
  }
  const object = node as Node
  yield { node: object, above }
  for (const child of Object.values(object)) yield* walk(child, [...above, object])
}

const length = (text: unknown): number => (typeof text === 'string' ? [...text].length : 0)
const list = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : [])

/** What Slack's types do not state, each with where it comes from. */
function unstated(call: Call, body: Node): string[] {
  const faults: string[] = []
  const fault = (when: boolean, what: string) => {
    if (when) faults.push(what)
  }
  const blocks = list(body.blocks)
  const view = call === 'Modal' || call === 'Home'
  // docs.slack.dev/reference/block-kit/blocks
  fault(blocks.length > (view ? 100 : 50), `${blocks.length} blocks`)
  // slackapi/bolt-js#2509: near 13,200 characters Slack answers msg_blocks_too_long
  fault(!view && JSON.stringify(blocks).length > 13_200, `blocks of ${JSON.stringify(blocks).length} characters`)
  // docs.slack.dev/reference/methods/chat.postMessage
  fault(length(body.text) > 40_000, 'text over 40,000')
  fault(!view && call !== 'Options' && length(body.text) === 0, 'no text for notifications')
  // NVIDIA/NeMo-Retriever#2335 and docs.slack.dev/reference/block-kit/blocks/table-block: one table a message
  fault(blocks.filter(({ type }) => type === 'table').length > 1, 'more than one table')
  fault(view && blocks.some(({ type }) => type === 'data_table'), 'a data_table in a view')
  const tableText = blocks.filter(({ type }) => type === 'data_table').map((table) => cellText(table))
  // docs.slack.dev/reference/block-kit/blocks/data-table-block
  fault(tableText.reduce((sum, each) => sum + each, 0) > 20_000, 'data tables over 20,000 characters')
  const ids = blocks.map(({ block_id }) => block_id).filter(Boolean)
  fault(new Set(ids).size < ids.length, 'a block_id twice')
  for (const { node, above } of walk(body)) faults.push(...faultsOf(node, above, call))
  return faults
}

const cellText = (table: Node): number => {
  let sum = 0
  for (const { node } of walk(table.rows)) sum += length(node.text)
  return sum
}

function faultsOf(node: Node, above: Node[], call: Call): string[] {
  const faults: string[] = []
  const fault = (when: boolean, what: string) => {
    if (when) faults.push(`${String(node.type)}: ${what}`)
  }
  switch (node.type) {
    case 'plain_text':
    case 'raw_text':
    case 'raw_number':
    case 'text':
      fault(typeof node.text !== 'string' || node.text.length === 0, 'empty text')
      break
    case 'mrkdwn':
      fault(length(node.text) === 0 || length(node.text) > 3_000, `mrkdwn of ${length(node.text)} characters`)
      // docs.slack.dev/messaging/formatting-message-text: without it Slack links channels and addresses by itself
      fault(node.verbatim !== true, 'mrkdwn that Slack may add links to')
      faults.push(...liveMarkup(String(node.text)))
      break
    // docs.slack.dev/reference/block-kit/blocks/rich-text-block: each of these notifies or links
    case 'user':
    case 'usergroup':
    case 'channel':
    case 'broadcast':
    case 'team':
      // a channel's name in a Home tab links to it and notifies nobody
      fault(
        !(node.type === 'channel' && call === 'Home') && above.some(({ type }) => String(type).startsWith('rich_text')),
        'a live mention',
      )
      break
    case 'link':
      fault(!/^https?:\/\//.test(String(node.url)) || String(node.url).length > 3_000, `link to ${String(node.url).slice(0, 40)}`)
      break
    case 'image':
      fault(!node.slack_file && !/^https:\/\//.test(String(node.image_url)), 'image without a source')
      fault(length(node.alt_text) === 0, 'image without alt text')
      break
    case 'actions':
    case 'context':
    case 'rich_text':
    case 'rich_text_list':
    case 'rich_text_section':
    case 'rich_text_quote':
      fault(list(node.elements).length === 0, 'no elements')
      if (node.type === 'actions') {
        const ids = list(node.elements).map(({ action_id }) => action_id)
        fault(new Set(ids).size < ids.length, 'an action_id twice in a block')
      }
      break
    case 'button':
      fault(!node.url && length(node.value) === 0, 'a button that says nothing')
      break
    case 'static_select':
    case 'multi_static_select': {
      // docs.slack.dev/reference/block-kit/block-elements/select-menu-element
      const options = list(node.options)
      fault(options.length === 0 || options.length > 100, `${options.length} options`)
      fault(new Set(options.map(({ value }) => value)).size < options.length, 'two options with one value')
      break
    }
    case 'table':
    case 'data_table': {
      const rows = Array.isArray(node.rows) ? (node.rows as Node[][]) : []
      const most = node.type === 'table' ? 100 : 201
      fault(rows.length < 2 || rows.length > most, `${rows.length} rows`)
      fault(
        rows.some((row) => row.length === 0 || row.length > 20),
        'columns',
      )
      fault(new Set(rows.map((row) => row.length)).size > 1, 'rows of different lengths')
      if (node.type === 'table') break
      fault(
        (rows[0] ?? []).some(({ type }) => type === 'rich_text'),
        'rich text in a header cell',
      )
      fault(!(Number(node.page_size ?? 5) >= 1 && Number(node.page_size ?? 5) <= 100), `page_size ${node.page_size}`)
      fault(length(node.caption) === 0, 'empty caption')
    }
  }
  // docs.slack.dev/reference/block-kit/composition-objects/option-object
  if (node.text && typeof node.value === 'string' && node.type === undefined) {
    fault(length((node.text as Node).text) > 75 || length(node.value) > 150 || node.value === '', 'an option over its limits')
  }
  if (call !== 'Modal' && call !== 'Home' && above.length === 0 && typeof node.text === 'string')
    faults.push(...liveMarkup(node.text))
  return faults
}

/** Slack's markup in a text that it parses: anything in angle brackets but an escaped http link with a label can fire. */
export function liveMarkup(text: string): string[] {
  return (text.match(/<[^>]*>?|>/g) ?? [])
    .filter((markup) => !/^<https?:\/\/[^|<>]+\|[^<>|]+>$/.test(markup))
    .map((markup) => `live markup ${markup.slice(0, 40)}`)
}
