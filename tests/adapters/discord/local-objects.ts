import type { APIMessage, APIUser } from 'discord.js'

/** The one small world of the local server. */
export const ids = {
  application: '900000000000000001',
  guild: '900000000000000002',
  channel: '900000000000000003',
  person: '900000000000000004',
  /** A channel in which the bot may not write. */
  locked: '900000000000000005',
  thread: '900000000000000006',
  /** The direct messages of the person. */
  direct: '900000000000000007',
} as const
export const token = 'local.token.good'

export const privateChannel = { id: ids.direct, type: 1, recipients: [], last_message_id: null }

const discordEpoch = 1_420_070_400_000n
let counter = 0n

/** A new id, as Discord makes them: the time, and a count below it. */
export function snowflake(): string {
  counter = (counter + 1n) % 4096n
  return String(((BigInt(Date.now()) - discordEpoch) << 22n) | counter)
}

export const user = (id: string, bot = false): APIUser =>
  ({
    id,
    username: bot ? 'launchwire' : 'alice',
    discriminator: '0',
    avatar: null,
    global_name: null,
    bot,
    flags: 0,
    public_flags: 0,
  }) as unknown as APIUser

/** What the server keeps of a message that the bot sent. */
export function messageObject(body: Record<string, unknown>, channel: string): APIMessage {
  return {
    id: snowflake(),
    channel_id: channel,
    author: user(ids.application, true),
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    flags: 0,
    ...body,
  } as unknown as APIMessage
}

/** Custom ids of everything that can be pressed on a message. */
export const customIdsOf = (message: APIMessage): string[] => valuesOf(message.components, 'custom_id')

/** All text that a message shows in its components. */
export const textOf = (message: APIMessage): string => valuesOf(message.components, 'content').join('\n')

export const isPrivate = (message: APIMessage): boolean => (Number(message.flags) & 64) !== 0

function valuesOf(value: unknown, wanted: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === wanted ? [String(inner)] : valuesOf(inner, wanted)))
}
