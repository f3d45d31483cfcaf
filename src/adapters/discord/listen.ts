import { setTimeout as wait } from 'node:timers/promises'
import type { APIInteraction } from 'discord.js'
import type { Poster } from '../../delivery/poster.ts'
import type { Core } from '../../invoke.ts'
import type { Chart } from '../../message/message.ts'
import { type Acknowledge, callback } from './acknowledge.ts'
import type { App } from './app.ts'
import { openGateway } from './gateway.ts'
import { interactionsEndpoint, type RequestHandler } from './http.ts'
import { handleInteraction } from './interactions.ts'
import { countInvalidRequests } from './invalid-requests.ts'
import { handleMention } from './mentions.ts'
import type { Draw } from './pictures.ts'
import { createPoster } from './poster.ts'
import type { Payload } from './render.ts'
import { createRests, type Rests, restOptions } from './rest.ts'

/** A running adapter. */
export interface Discord {
  /** Serves `interactionsPath`, where a public key is set. */
  endpoint: RequestHandler | null
  rests: Rests
  /** Posts digests, where there is a token to post with. */
  poster: Poster<Payload> | null
  /**
   * Fulfilled when the gateway is connected (at once without a token); rejected with a UserError where Discord refuses the token.
   */
  ready: Promise<void>
  /** Stops listening, and waits for the answers that are being written. */
  close(): Promise<void>
}

/** Draws with everything that a picture needs, and means nothing. */
const firstPicture: Chart = {
  kind: 'bars',
  title: 'Ready',
  groups: [{ label: 'Ready', bars: [{ label: 'Ready', value: 1, text: '1', by: 'unstated' }] }],
}

/**
 * Listens to Discord: the gateway where DISCORD_TOKEN is set, HTTP interactions where DISCORD_PUBLIC_KEY is, with one set of
 * handlers. `draw` draws tables and charts; without it they are text.
 */
export function listen(core: Core, options: { draw?: Draw } = {}): Discord {
  const { config, log } = core
  const shared = { api: config.DISCORD_API_URL, now: core.now, invalid: countInvalidRequests() }
  const rests = createRests({ ...shared, token: config.DISCORD_TOKEN })
  const stop = new AbortController()
  const app: App = {
    core,
    rests,
    hasToken: config.DISCORD_TOKEN !== undefined,
    ...(options.draw ? { draw: options.draw } : {}),
    wait: (milliseconds) => wait(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined),
  }
  // the first drawing loads fonts and libraries: not while somebody waits
  void options
    .draw?.(firstPicture, { theme: 'dark' })
    .catch((error: unknown) => log.failure('discord pictures cannot be drawn', error))
  const working = new Set<Promise<void>>()
  const track = (work: Promise<void>): Promise<void> => {
    working.add(work)
    return work.finally(() => working.delete(work))
  }
  const handle = (interaction: APIInteraction, acknowledge: Acknowledge): Promise<void> =>
    track(handleInteraction(app, interaction, acknowledge))
  const gateway = config.DISCORD_TOKEN
    ? openGateway({
        token: config.DISCORD_TOKEN.reveal(),
        rest: restOptions(shared),
        mentions: config.DISCORD_MENTIONS,
        log,
        wait: app.wait,
        chance: Math.random,
        onInteraction: (interaction) => void handle(interaction, callback(rests.interactions, interaction)),
        onMessage: (message, bot, isThread) => void track(handleMention(app, message, bot, isThread)),
      })
    : null
  return {
    endpoint: config.DISCORD_PUBLIC_KEY ? interactionsEndpoint({ publicKey: config.DISCORD_PUBLIC_KEY, log, handle }) : null,
    rests,
    poster: app.hasToken ? createPoster(app) : null,
    ready: gateway?.ready ?? Promise.resolve(),
    async close() {
      stop.abort()
      await gateway?.close()
      await Promise.allSettled(working)
    },
  }
}
