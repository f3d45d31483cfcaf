import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listen } from '../../../src/adapters/slack/listen.ts'
import { count, sentTo, until } from './people.ts'
import { type Running, run } from './running.ts'
import { coreFor } from './seeded-core.ts'

let app: Running
beforeEach(async () => {
  app = await run('socket')
}, 30_000)
afterEach(async () => {
  await app.stop()
})

/** All work on what was sent is over once a later question is answered too. */
async function settled(): Promise<void> {
  const before = count(app.slack, 'response_url')
  await app.people.slash('/help')
  await sentTo(app.slack, 'response_url', before)
}

describe('an event that Slack sends again', () => {
  it('is handled once among 50 deliveries to two processes', async () => {
    const { core } = await coreFor(app.slack, app.store, 'socket')
    const second = await listen(core)
    await until('four sockets', () => app.slack.sockets.length === 4)
    const mention = { type: 'app_mention', user: app.people.alice, channel: app.people.channel, ts: '1.1', text: '<@U0> help' }
    await Promise.all(Array.from({ length: 50 }, () => app.people.event(mention, 'Ev1')))
    await sentTo(app.slack, 'chat.postMessage')
    await settled()
    expect(count(app.slack, 'chat.postMessage')).toBe(1)
    await second.stop()
  })

  it('is left alone after a restart too', async () => {
    const home = { type: 'app_home_opened', user: app.people.alice, channel: app.people.direct, tab: 'home' }
    await app.people.event(home, 'Ev2')
    await sentTo(app.slack, 'views.publish')
    await app.restart()
    await app.people.event(home, 'Ev2')
    await settled()
    expect(count(app.slack, 'views.publish')).toBe(1)
    await app.people.event(home, 'Ev3')
    await sentTo(app.slack, 'views.publish', 1)
  })
})

describe('what is no question', () => {
  it.each([
    ['an edited message', { subtype: 'message_changed' }],
    ['a bot’s message', { bot_id: 'B1' }],
    ['a message in a channel', { channel_type: 'channel' }],
  ])('%s gets no answer', async (_, more) => {
    const message = {
      type: 'message',
      user: app.people.alice,
      channel: app.people.direct,
      channel_type: 'im',
      ts: '1.1',
      text: 'help',
      ...more,
    }
    await app.people.event(message)
    await settled()
    expect(count(app.slack, 'chat.postMessage')).toBe(0)
  })

  it('another bot’s mention gets no answer', async () => {
    const mention = {
      type: 'app_mention',
      user: app.people.bob,
      bot_id: 'B9',
      channel: app.people.channel,
      ts: '1.1',
      text: '<@U0> help',
    }
    await app.people.event(mention)
    await settled()
    expect(count(app.slack, 'chat.postMessage')).toBe(0)
  })

  it('the Messages tab of the Home publishes nothing', async () => {
    await app.people.event({ type: 'app_home_opened', user: app.people.alice, channel: app.people.direct, tab: 'messages' })
    await settled()
    expect(count(app.slack, 'views.publish')).toBe(0)
  })
})
