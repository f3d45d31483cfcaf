import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scopesFor } from '../../../src/adapters/slack/declare.ts'
import type { Message } from '../../../src/message/message.ts'
import { botToken } from './local-slack.ts'
import { count, sentTo } from './people.ts'
import { type Running, run, shown } from './running.ts'

let app: Running
const drawn: unknown[] = []
beforeEach(async () => {
  drawn.length = 0
  const draw = async (chart: unknown) => {
    drawn.push(chart)
    return { png: Uint8Array.of(137, 80, 78, 71), width: 1, height: 1 }
  }
  app = await run('install', { draw, environment: { SLACK_BOT_TOKEN: botToken }, scopes: scopesFor(false).optional })
}, 30_000)
afterEach(async () => {
  await app.stop()
  expect(app.slack.faults).toEqual([])
})

const digest: Message = {
  title: 'Digest',
  blocks: [
    { type: 'paragraph', text: ['One launch'] },
    { type: 'image', alt: 'Alpha 58.4', chart: { kind: 'bars', title: 'Maths', groups: [] } },
  ],
  citations: {},
}
const here = () => ({ team: app.people.team, channel: app.people.channel, person: null, thread: null })

describe('the poster', () => {
  it('gives the same payloads for the same message, and uploads pictures only when it posts', async () => {
    const { poster } = app.listening
    const [posted] = await poster.render(digest)
    expect(await poster.render(digest)).toEqual([posted])
    expect(drawn).toEqual([])
    const { id } = await poster.post(here(), posted!, { key: 'k1' })
    expect((await sentTo(app.slack, 'chat.postMessage')).body.blocks).toContainEqual(
      expect.objectContaining({ type: 'image', slack_file: { id: expect.stringMatching(/^F/) } }),
    )
    expect(await poster.find(here(), 'k1')).toEqual({ id })
    await poster.edit(here(), id, posted!)
    expect(drawn).toHaveLength(1)
  })

  it('shows a picture’s words where it cannot be uploaded', async () => {
    app.slack.next('files.getUploadURLExternal', { error: 'missing_scope' })
    const { poster } = app.listening
    const [posted] = await poster.render(digest)
    await poster.post(here(), posted!, { key: 'k' })
    expect(shown((await sentTo(app.slack, 'chat.postMessage')).body)).toContain('Alpha 58.4')
  })

  it('writes to a person directly where there is no channel', async () => {
    const { poster } = app.listening
    const [posted] = await poster.render({ ...digest, blocks: [] })
    await poster.post({ ...here(), channel: null, person: app.people.alice }, posted!, { key: 'k' })
    expect((await sentTo(app.slack, 'chat.postMessage')).body.channel).toBe(app.people.alice)
  })

  it('fails for good where the app is not installed, and says what to do', async () => {
    const { poster } = app.listening
    const [posted] = await poster.render({ ...digest, blocks: [] })
    const failed = poster.post({ ...here(), team: 'T0ELSEWHERE' }, posted!, { key: 'k' })
    await expect(failed).rejects.toMatchObject({
      kind: 'permanent',
      code: 'not_installed',
      message: expect.stringContaining('install'),
    })
    expect(count(app.slack, 'chat.postMessage')).toBe(0)
  })

  it('logs a token that holds no more', async () => {
    app.slack.next('chat.postMessage', { error: 'account_inactive' })
    const { poster } = app.listening
    const [posted] = await poster.render({ ...digest, blocks: [] })
    await expect(poster.post(here(), posted!, { key: 'k' })).rejects.toMatchObject({
      kind: 'permanent',
      code: 'account_inactive',
    })
    expect(app.log.find(({ level }) => level === 'error')).toMatchObject({ code: 'account_inactive', team: app.people.team })
  })
})
