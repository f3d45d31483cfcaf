import type { ImageBlock, KnownBlock } from '@slack/types'
import { DeliveryFailure } from '../../delivery/failure.ts'
import type { Destination, Poster } from '../../delivery/poster.ts'
import type { BlockOf, Message } from '../../message/message.ts'
import type { Client } from './client.ts'
import { advice, isRevoked } from './failure.ts'
import { pictureWords } from './fallback.ts'
import type { Installations } from './installations.ts'
import { limits } from './limits.ts'
import type { Pictures } from './pictures.ts'
import { editPosted, findPosted, postPayload } from './post.ts'
import { type Payload, render } from './render.ts'

/** One Slack message of a post, with the charts that its picture blocks stand for: they are drawn and uploaded when it is posted. */
export interface Posted {
  payload: Payload
  charts: Record<string, BlockOf<'image'>>
}

/** What delivery needs of Slack. The same message always gives the same payloads, since pictures get their file only on the way out. */
export function createPoster(parts: { installations: Installations; pictures: Pictures; draws: boolean }): Poster<Posted> {
  const { installations, pictures } = parts

  /** Does something in a destination's workspace; a token that holds no more disables the installation. */
  const at = async <T>(
    destination: Destination,
    work: (client: Client, place: { channel: string; thread?: string }) => Promise<T>,
  ): Promise<T> => {
    const { team, thread } = destination
    const channel = destination.channel ?? destination.person
    if (channel === null) throw new DeliveryFailure('permanent', 'no_destination')
    const client = await installations.clientFor(team).catch((cause: unknown) => {
      throw new DeliveryFailure('permanent', 'not_installed', { message: advice('token_revoked')!, cause })
    })
    try {
      return await work(client, { channel, ...(thread ? { thread } : {}) })
    } catch (error) {
      if (error instanceof DeliveryFailure && isRevoked(error.code)) await installations.disable(team, null, error.code)
      throw error
    }
  }

  const withPictures = async (client: Client, team: string | null, { payload, charts }: Posted): Promise<Payload> => {
    const block = async (each: KnownBlock): Promise<KnownBlock> => {
      const chart = each.type === 'image' ? charts[placeholderOf(each)] : undefined
      if (!chart || each.type !== 'image') return each
      const [file] = await pictures(client, team, { title: '', blocks: [chart], citations: {} })
      return file ? { type: 'image', alt_text: each.alt_text, slack_file: { id: file } } : pictureWords(each.alt_text)
    }
    return { ...payload, blocks: await Promise.all(payload.blocks.map(block)) }
  }

  return {
    pace: { token: limits.tokenPace, channel: limits.channelPace },
    safeAgainFor: 0,
    render: (message) => payloadsOf(message, parts.draws),
    post: (destination, posted, options) =>
      at(destination, async (client, place) => {
        const payload = await withPictures(client, destination.team, posted)
        // the pictures are kept for the next attempt
        if (Date.now() > (options.before ?? Number.POSITIVE_INFINITY))
          throw new DeliveryFailure('temporary', 'pictures_took_too_long')
        return postPayload(client, place, payload, options)
      }),
    find: (destination, key) => at(destination, (client, place) => findPosted(client, place, key)),
    edit: (destination, id, posted) =>
      at(destination, async (client, place) =>
        editPosted(client, place, id, await withPictures(client, destination.team, posted)),
      ),
    // Slack counts chat.postMessage for the whole workspace, and its 429 does not say which count was over
    holdsForAll: ({ code }) => code === 'ratelimited',
  }
}

function payloadsOf(message: Message, draws: boolean): Posted[] {
  const images = message.blocks.filter((block) => block.type === 'image')
  const names = images.map((_, index) => `picture-${index}`)
  const charts = Object.fromEntries(names.map((name, index) => [name, images[index]!]))
  return render(message, draws ? { files: names } : {}).map((payload) => ({ payload, charts }))
}

const placeholderOf = (block: ImageBlock): string => String('slack_file' in block ? (block.slack_file as { id?: string }).id : '')
