/** What the judge makes JSON Schemas of: Slack's own block types inside the arguments of the calls that the app makes. */
import type { KnownBlock, MessageMetadata, PlainTextOption, View } from '@slack/types'

interface Shown {
  text: string
  blocks?: KnownBlock[]
  unfurl_links?: boolean
  unfurl_media?: boolean
  thread_ts?: string
}
export interface Post extends Shown {
  channel: string
  metadata?: MessageMetadata
}
export interface Ephemeral extends Shown {
  channel: string
  user: string
}
export interface Update extends Shown {
  channel: string
  ts: string
}
export interface Response extends Shown {
  response_type: 'ephemeral' | 'in_channel'
  replace_original: boolean
}
export interface Options {
  options: PlainTextOption[]
}
type Blocks = { blocks: KnownBlock[] }
export type Modal = Omit<Extract<View, { type: 'modal' }>, 'blocks'> & Blocks
export type Home = Omit<Extract<View, { type: 'home' }>, 'blocks'> & Blocks
