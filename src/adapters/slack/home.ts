import type { HomeView, KnownBlock } from '@slack/types'
import type { Message } from '../../message/message.ts'
import { schedulesAt } from '../../storage/schedules.ts'
import { channelsOfOwner } from '../../storage/team-schedules.ts'
import { digestListView } from '../../views/digest-status.ts'
import { actionBlocks } from './actions.ts'
import type { Place } from './answer.ts'
import { invokeAsked } from './ask.ts'
import { callerOf } from './caller.ts'
import { typedCommands } from './declare.ts'
import { withoutDataTables } from './fallback.ts'
import { limits } from './limits.ts'
import { paragraph, render } from './render.ts'
import { richText, section } from './rich-text.ts'
import type { Slack } from './slack.ts'

const mostInSection = 40
const mostChannels = 10

/** The Home tab of one person: how to start, the latest launches, and the digests that this person has set up, by channel. */
export async function homeView(slack: Slack, place: Place): Promise<HomeView> {
  const [launches, digests] = await Promise.all([latest(slack, place), ownDigests(slack, place)])
  const blocks = [...startBlocks(slack), ...launches, ...digests]
  return { type: 'home', blocks: blocks.slice(0, limits.viewBlocks) }
}

const heading = (text: string): KnownBlock[] => [
  { type: 'divider' },
  { type: 'header', text: { type: 'plain_text', text, emoji: false } },
]

function startBlocks({ core }: Slack): KnownBlock[] {
  const commands = typedCommands(core.commands)
  const examples = commands.flatMap(({ examples: [first] }) => (first ? [first] : []))
  const lines = commands.map(({ name, description, examples: [first] }) => [
    { type: 'text' as const, text: `/${name}`, style: { bold: true } },
    { type: 'text' as const, text: `  ${description}.${first && first !== name ? '  ' : ''}` },
    ...(first && first !== name ? [{ type: 'text' as const, text: `/${first}`, style: { code: true } }] : []),
  ])
  const buttons = examples.slice(0, 4).map((first) => ({ label: `/${first}`, command: first }))
  return [
    { type: 'header', text: { type: 'plain_text', text: 'What the coverage of AI model launches says', emoji: false } },
    ...paragraph(['Every statement comes with its source. Type a command in any channel, or ask here in the Messages tab.']),
    ...lines.map((line) => richText(section(line))),
    ...actionBlocks([{ type: 'actions', buttons }], { title: '', blocks: [], citations: {} }, { plain: true }),
  ]
}

async function latest(slack: Slack, place: Place): Promise<KnownBlock[]> {
  const { core } = slack
  if (!core.commands.some(({ name }) => name === 'latest')) return []
  const message = await invokeAsked(core, { command: 'latest', words: [], named: {} }, await callerOf(slack, place, null))
  return [...heading('Latest launches'), ...viewBlocks(message)]
}

/** Only one's own: what others set up in channels that one may not read is not told. */
async function ownDigests({ core }: Slack, { team, person }: Place): Promise<KnownBlock[]> {
  const at = { adapter: 'slack', team }
  const channels = await channelsOfOwner(core.store, { ...at, owner: person }, mostChannels)
  if (channels.length === 0)
    return [
      ...heading('Your digests'),
      ...paragraph(['None yet. In a channel: ', { text: '/digest schedule every Monday 9:00', code: true }]),
    ]
  const lists = await Promise.all(
    channels.map(async (channel) => {
      const schedules = await schedulesAt(core.store, { ...at, channel })
      const list = digestListView(schedules.filter(({ owner }) => owner === person))
      return [richText(section([{ type: 'channel', channel_id: channel }])), ...viewBlocks({ ...list, citations: {} })]
    }),
  )
  return [...heading('Your digests'), ...lists.flat()]
}

/** A message's blocks for a view, which takes no data tables, so they stand as lists. */
const viewBlocks = (message: Message): KnownBlock[] =>
  render({ ...message, title: '' })
    .flatMap((payload) => withoutDataTables(payload.blocks))
    .slice(0, mostInSection)
