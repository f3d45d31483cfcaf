import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../../src/adapters/slack/client.ts'
import { scopesFor } from '../../../src/adapters/slack/declare.ts'
import { listen } from '../../../src/adapters/slack/listen.ts'
import { createPace } from '../../../src/adapters/slack/pace.ts'
import { editPosted, findPosted, postPayload } from '../../../src/adapters/slack/post.ts'
import { render } from '../../../src/adapters/slack/render.ts'
import { DeliveryFailure } from '../../../src/delivery/failure.ts'
import { botToken, freePort } from './local-slack.ts'
import { count, sentTo, until } from './people.ts'
import { type Running, run, shown } from './running.ts'

/** A clock whose waits are over at once and are written down. */
function quickClock() {
  const waits: number[] = []
  let now = Date.now()
  return {
    waits,
    now: () => now,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds)
      now += milliseconds
    },
  }
}

let app: Running
let clock: ReturnType<typeof quickClock>
beforeEach(async () => {
  clock = quickClock()
  app = await run('socket', { clock, scopes: scopesFor(false).optional })
}, 30_000)
afterEach(async () => {
  await app.stop()
  expect(app.slack.faults).toEqual([])
})

const levels = (level: string) => app.log.filter((line) => line.level === level)

describe('an answer', () => {
  it('comes in simpler blocks where the workspace does not know the newest ones', async () => {
    app.slack.unknownBlocks.add('data_table')
    await app.people.slash('/compare', 'muse-spark gpt-5.4')
    const second = (await sentTo(app.slack, 'response_url', 1)).body
    expect((second.blocks as { type: string }[]).map(({ type }) => type)).toContain('table')
    app.slack.unknownBlocks.add('table')
    await app.people.slash('/compare', 'muse-spark gpt-5.4')
    const last = (await sentTo(app.slack, 'response_url', 4)).body
    expect((last.blocks as { type: string }[]).map(({ type }) => type)).not.toContain('table')
    expect(shown(last)).toContain('ARC-AGI-2')
  })

  it('comes as a new message where the response_url is used up or over its time', async () => {
    await app.people.slash('/compare', 'muse-spark gpt-5.4', { response_url: app.slack.responseUrl({ over: true }) })
    const { body } = await sentTo(app.slack, 'chat.postEphemeral')
    expect(body).toMatchObject({ channel: app.people.channel, user: app.people.alice })
    expect(shown(body)).toContain('Muse Spark vs GPT-5.4')
  })

  it('comes as a direct message where the app is not in the channel and the response_url is over', async () => {
    app.slack.next('chat.postEphemeral', { error: 'not_in_channel' })
    await app.people.slash('/compare', 'muse-spark gpt-5.4', { response_url: app.slack.responseUrl({ over: true }) })
    expect((await sentTo(app.slack, 'chat.postMessage')).body.channel).toBe(app.people.alice)
  })

  it.each([
    ['channel_not_found', 'invite'],
    ['not_in_channel', 'invite'],
    ['is_archived', 'archived'],
  ])('that Slack refuses with %s tells the person what to do', async (code, word) => {
    app.slack.next('chat.postMessage', { error: code })
    await app.people.event({
      type: 'app_mention',
      user: app.people.alice,
      channel: app.people.channel,
      ts: '1.1',
      text: '<@U0> help',
    })
    const { body } = await sentTo(app.slack, 'chat.postMessage', 1)
    expect(body.channel).toBe(app.people.alice)
    expect(shown(body)).toContain(word)
    expect(levels('error')).toEqual([])
  })

  it('waits for the method that is limited, as long as Slack says, while another method goes on', async () => {
    app.slack.next('chat.postMessage', { retryAfter: 7 })
    await app.people.event({
      type: 'app_mention',
      user: app.people.alice,
      channel: app.people.channel,
      ts: '1.1',
      text: '<@U0> help',
    })
    await app.people.event({ type: 'app_home_opened', user: app.people.alice, tab: 'home' })
    await sentTo(app.slack, 'views.publish')
    await sentTo(app.slack, 'chat.postMessage', 1)
    expect(clock.waits).toEqual([7_000])
  })

  it('is not sent twice where the answer to a post was lost, and the failure is logged with a reference', async () => {
    app.slack.next('chat.postMessage', { lose: true })
    await app.people.event({
      type: 'app_mention',
      user: app.people.alice,
      channel: app.people.channel,
      ts: '1.1',
      text: '<@U0> help',
    })
    const told = (await sentTo(app.slack, 'chat.postMessage', 1)).body
    expect(shown(told)).toMatch(/reference [0-9a-f]{8}/)
    expect(count(app.slack, 'chat.postMessage')).toBe(2)
    expect(levels('error')).toHaveLength(1)
  })
})

describe('a revoked token', () => {
  it('is logged, and nothing more is sent', async () => {
    app.slack.next('chat.postMessage', { error: 'token_revoked' })
    await app.people.event({
      type: 'app_mention',
      user: app.people.alice,
      channel: app.people.channel,
      ts: '1.1',
      text: '<@U0> help',
    })
    const line = await until('the log', () => levels('error')[0])
    expect(line).toMatchObject({ code: 'token_revoked', team: app.people.team })
    expect(count(app.slack, 'chat.postMessage')).toBe(1)
  })
})

describe('sockets', () => {
  it('lose no command while one of them is recycled, and both are open again at once', async () => {
    expect(app.slack.sockets).toHaveLength(2)
    const [first] = app.slack.sockets
    first!.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    await until('the socket to close', () => first!.readyState === first!.CLOSED)
    const before = performance.now()
    const answers = count(app.slack, 'response_url')
    await app.people.slash('/help')
    await sentTo(app.slack, 'response_url', answers)
    await until('both sockets', () => app.slack.sockets.length === 2)
    expect(performance.now() - before).toBeLessThan(2_000)
  })

  it('come back after they broke off and Slack was away for a while', async () => {
    app.slack.next('apps.connections.open', { status: 503 }, { error: 'internal_error' }, { status: 500 })
    for (const socket of [...app.slack.sockets]) socket.terminate()
    await until(
      'both sockets',
      () => app.slack.sockets.length === 2 && levels('info').filter(({ event }) => event.includes('open again')).length === 2,
    )
    await app.people.slash('/help')
    await sentTo(app.slack, 'response_url')
    expect(clock.waits.length).toBeGreaterThan(0)
  })
})

describe('starting', () => {
  it('is refused with what to do where Slack does not take a token', async () => {
    const start = () => listen(app.core, { clock })
    app.slack.next('auth.test', { error: 'invalid_auth' })
    await expect(start()).rejects.toThrow('SLACK_BOT_TOKEN (invalid_auth)')
    app.slack.next('apps.connections.open', { error: 'invalid_auth' })
    await expect(start()).rejects.toThrow('SLACK_APP_TOKEN (invalid_auth)')
  })

  it('goes on where Slack gives no connection yet, and opens one as soon as it does', async () => {
    app.slack.next('apps.connections.open', { status: 503 }, { status: 503 })
    const second = await listen(app.core, { clock })
    await until('four sockets', () => app.slack.sockets.length === 4)
    await second.stop()
  })
})

describe('a post for the outbox', () => {
  const payload = render({ title: 'Digest', blocks: [{ type: 'paragraph', text: ['News'] }], citations: {} })[0]!
  const client = () => createClient(botToken, app.core.config, app.core.log)
  const here = () => ({ channel: app.people.channel })

  it('gives the message’s id, can be found again by its key, and edited', async () => {
    const { id } = await postPayload(client(), here(), payload, { key: 'digest-1' })
    expect(await findPosted(client(), here(), 'digest-1')).toEqual({ id })
    expect(await findPosted(client(), here(), 'digest-2')).toBeNull()
    await editPosted(client(), here(), id, { ...payload, text: 'Corrected' })
    expect((await sentTo(app.slack, 'chat.update')).body).toMatchObject({ ts: id, text: 'Corrected' })
  })

  it('never unfurls links', async () => {
    await postPayload(client(), here(), payload, { key: 'digest-1' })
    expect((await sentTo(app.slack, 'chat.postMessage')).body).toMatchObject({ unfurl_links: false, unfurl_media: false })
  })

  it.each([
    [{ retryAfter: 30 } as const, { kind: 'temporary', code: 'ratelimited', retryAfter: 30 }],
    [{ error: 'channel_not_found' } as const, { kind: 'permanent', code: 'channel_not_found' }],
    [{ error: 'service_unavailable' } as const, { kind: 'temporary', code: 'service_unavailable' }],
    [{ error: 'internal_error' } as const, { kind: 'unknown', code: 'internal_error' }],
    [{ status: 502 } as const, { kind: 'unknown', code: 'http_502' }],
    [{ lose: true } as const, { kind: 'unknown' }],
  ])('that meets %j fails as %j and is sent once', async (answer, failure) => {
    app.slack.next('chat.postMessage', answer)
    const error = await postPayload(client(), here(), payload, { key: 'k' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DeliveryFailure)
    expect(error).toMatchObject(failure)
    expect(count(app.slack, 'chat.postMessage')).toBe(1)
  })

  it('whose answer was lost is found where it did arrive', async () => {
    app.slack.next('chat.postMessage', { lose: true })
    await postPayload(client(), here(), payload, { key: 'lost' }).catch(() => undefined)
    expect(await findPosted(client(), here(), 'lost')).toMatchObject({ id: expect.any(String) })
  })

  it('cannot be looked for where the app may not read', async () => {
    app.slack.next('conversations.history', { error: 'missing_scope' })
    expect(await findPosted(client(), here(), 'k')).toBe('unreadable')
  })

  it('that cannot reach Slack at all counts as not sent', async () => {
    const nowhere = createClient(botToken, { SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/` }, app.core.log)
    const error = await postPayload(nowhere, here(), payload, { key: 'k' }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'temporary' })
  })
})

describe('pace', () => {
  it('gives up on a limit that would keep a person waiting for minutes', async () => {
    const pace = createPace(clock)
    const limited = () => Promise.reject(new webApi.WebAPIRateLimitedError(600))
    await expect(pace('T1', 'chat.postMessage', limited)).rejects.toBeInstanceOf(webApi.WebAPIRateLimitedError)
    expect(clock.waits).toEqual([])
  })
})
