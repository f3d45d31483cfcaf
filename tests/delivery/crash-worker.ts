import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { REST } from 'discord.js'
import {
  editPosted as editDiscord,
  findPosted as findDiscord,
  postPayload as postDiscord,
} from '../../src/adapters/discord/post.ts'
import { type Payload as DiscordPayload, render as renderDiscord } from '../../src/adapters/discord/render.ts'
import { restOptions } from '../../src/adapters/discord/rest.ts'
import { clientOptions } from '../../src/adapters/slack/client.ts'
import { editPosted as editSlack, findPosted as findSlack, postPayload as postSlack } from '../../src/adapters/slack/post.ts'
import { render as renderSlack, type Payload as SlackPayload } from '../../src/adapters/slack/render.ts'
import type { Destination, Poster, Posters } from '../../src/delivery/poster.ts'
import { postDue, tick } from '../../src/digest.ts'
import { createLog } from '../../src/log.ts'
import { Secret } from '../../src/secret.ts'
import { openStore } from '../../src/storage/database.ts'

/** One process of the crash run: posts what is due until it is killed. With `PLAIN` it is the client libraries as they come, without the outbox. */
const { SLACK_URL = '', DISCORD_URL = '', DATABASE_URL, DATA = '', LEASE = '8000', PLAIN, PACE = '1' } = process.env
const log = createLog('error', (line) => void process.stderr.write(line), Date.now)
const faster = Number(PACE)

const inChannel = ({ channel, thread }: Destination) => ({ channel: channel!, ...(thread ? { thread } : {}) })
const slack = new webApi.WebClient('xoxb-local', { ...clientOptions({ SLACK_API_URL: SLACK_URL }, log), timeout: 2500 })
const discord = new REST({
  ...restOptions({ api: DISCORD_URL, now: Date.now, invalid: { mayAsk: () => true, count: () => undefined } }),
  timeout: 2500,
}).setToken('local')

const posters: Posters = {
  slack: {
    pace: { token: 20 / faster, channel: 1000 / faster },
    safeAgainFor: 0,
    render: (message) => renderSlack(message),
    post: (into, payload, options) => postSlack(slack, inChannel(into), payload, options),
    find: (into, key) => findSlack(slack, inChannel(into), key),
    edit: (into, id, payload) => editSlack(slack, inChannel(into), id, payload),
    holdsForAll: () => false,
  } satisfies Poster<SlackPayload> as unknown as Poster,
  discord: {
    pace: { token: 21 / faster, channel: 1000 / faster },
    safeAgainFor: 60_000,
    render: (message) => renderDiscord(message),
    post: (into, payload, options) => postDiscord(discord, inChannel(into), payload, options),
    find: (into, key) => findDiscord(discord, inChannel(into), key),
    edit: (into, id, payload) => editDiscord(discord, inChannel(into), id, payload),
    holdsForAll: () => false,
  } satisfies Poster<DiscordPayload> as unknown as Poster,
}

const store = await openStore({ DATABASE_URL: DATABASE_URL ? new Secret(DATABASE_URL) : undefined, LAUNCHWIRE_DATA: DATA })
if (PLAIN) await plain()
const digests = {
  store,
  posters,
  log,
  worker: randomUUID(),
  lease: Number(LEASE),
  now: Date.now,
  wait: (milliseconds: number) => setTimeout(milliseconds),
  chance: Math.random,
}
for (;;) {
  await tick(digests)
  await postDue(digests)
  await setTimeout(100)
}

/**
 * The same work with the client libraries alone: their own retries, a row marked done after the answer, and nothing else. Each process takes its share of
 * the channels, as somebody who has no outbox would, and a new process goes on with what is not marked.
 */
async function plain(): Promise<never> {
  const eager = new webApi.WebClient('xoxb-local', { slackApiUrl: SLACK_URL, timeout: 2500, logLevel: webApi.LogLevel?.ERROR })
  const bare = new REST({ api: DISCORD_URL, timeout: 2500 }).setToken('local')
  const share = Number(process.env.SHARE ?? 0)
  for (;;) {
    const rows = await store.db
      .selectFrom('schedule')
      .select(['id', 'adapter', 'channel'])
      .where('state', '=', 'active')
      .orderBy('id')
      .execute()
    const mine = rows.filter((_, index) => index % 3 === share)
    if (mine.length === 0) await setTimeout(1000)
    const work = async ({ id, adapter, channel }: (typeof mine)[number]) => {
      try {
        if (adapter === 'slack') await eager.chat.postMessage({ channel, text: 'digest' })
        else await bare.post(`/channels/${channel}/messages`, { body: { content: 'digest' } })
        await store.db.updateTable('schedule').set({ state: 'paused' }).where('id', '=', id).execute()
      } catch {
        // given up, as a cron job would: the row is marked as tried
        await store.db.updateTable('schedule').set({ state: 'paused', reason: 'error' }).where('id', '=', id).execute()
      }
    }
    for (let at = 0; at < mine.length; at += 20) await Promise.all(mine.slice(at, at + 20).map(work))
  }
}
