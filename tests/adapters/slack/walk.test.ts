import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installApp } from './installing.ts'
import { count, sentTo, until } from './people.ts'
import { element, type Running, run, shown } from './running.ts'

/** Waits are over at once and written down. */
const waits: number[] = []
const clock = { now: Date.now, wait: async (milliseconds: number) => void waits.push(milliseconds) }

describe.each([
  ['in Socket Mode', 'socket'],
  ['over HTTP, from the install on', 'install'],
] as const)('a walk through Slack %s', (_, transport) => {
  let app: Running
  let answer: Record<string, unknown>

  beforeAll(async () => {
    app = await run(transport, { clock })
  }, 30_000)
  afterAll(async () => {
    await app.stop()
  })

  it.runIf(transport === 'install')('is installed in the workspace', async () => {
    await installApp(app)
  })

  it('answers /compare for the asker only, with a data table, its sources and the adapter’s own row', async () => {
    const { responseUrl } = await app.people.slash('/compare', 'muse-spark gpt-5.4')
    answer = (await sentTo(app.slack, 'response_url')).body
    expect(responseUrl).toContain('/respond/')
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false, unfurl_links: false })
    expect(shown(answer)).toContain('Muse Spark vs GPT-5.4')
    expect(shown(answer)).toMatch(/\[1\] <https:/)
    expect((answer.blocks as { type: string }[]).some(({ type }) => type === 'data_table')).toBe(true)
  })

  it('answers the same under /launchwire, and shows the help for /launchwire alone', async () => {
    const before = count(app.slack, 'response_url')
    await app.people.slash('/launchwire', 'compare muse-spark gpt-5.4')
    expect((await sentTo(app.slack, 'response_url', before)).body.blocks).toEqual(answer.blocks)
    await app.people.slash('/launchwire', '')
    expect(shown((await sentTo(app.slack, 'response_url', before + 1)).body)).toContain('/compare')
  })

  it('shows the sentence behind a number beside the answer', async () => {
    const menu = element(answer, ({ action_id }) => action_id === 'evidence')
    const options = await app.people.suggest({ action_id: 'evidence', block_id: menu.block_id, value: 'arc' })
    expect(options.length).toBeGreaterThan(0)
    for (const { text } of options) expect(text.text.toLowerCase()).toContain('arc')
    const before = count(app.slack, 'response_url')
    await app.people.click({ ...menu, selected_option: options[0] })
    const { body } = await sentTo(app.slack, 'response_url', before)
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(shown(body)).toContain('Evidence')
  })

  it('puts a narrower answer to the same command in the place of the one that was clicked', async () => {
    const before = count(app.slack, 'response_url')
    const only = element(answer, ({ value }) => String(value).includes(' on:'))
    await app.people.click(only)
    expect((await sentTo(app.slack, 'response_url', before)).body).toMatchObject({ replace_original: true })
  })

  it('shares an answer to the channel', async () => {
    const before = count(app.slack, 'response_url')
    await app.people.click(element(answer, ({ action_id }) => action_id === 'share'))
    const { body } = await sentTo(app.slack, 'response_url', before)
    expect(body).toMatchObject({ response_type: 'in_channel', replace_original: false })
    expect(() => element(body, ({ action_id }) => action_id === 'share')).toThrow()
  })

  it('opens a form for /compare with nothing, whose names come by type-ahead and whose answer goes where it was asked', async () => {
    const { responseUrl } = await app.people.slash('/compare')
    const { view } = (await sentTo(app.slack, 'views.open')).body as { view: Record<string, unknown> }
    const options = await app.people.suggest({ action_id: 'choose:models', block_id: 'models', value: 'muse', view })
    expect(options.map(({ value }) => value)).toContain('Muse Spark')

    const chosen = (...values: string[]) => ({
      'choose:models': { type: 'multi_external_select', selected_options: values.map((value) => ({ value })) },
    })
    const visible = { visible_to: { type: 'static_select', selected_option: { value: 'no' } } }
    const one = await app.people.submit(view, { models: chosen('Muse Spark'), visible_to: visible })
    expect(one.payload).toEqual({ response_action: 'errors', errors: { models: 'Choose at least 2.' } })

    const before = count(app.slack, 'response_url')
    await app.people.submit(view, { models: chosen('Muse Spark', 'GPT-5.4'), visible_to: visible })
    expect(shown((await sentTo(app.slack, 'response_url', before)).body)).toContain('Muse Spark vs GPT-5.4')
    expect(String(view.private_metadata)).toContain(responseUrl)
  })

  it('publishes the Home tab with how to start and the latest launches', async () => {
    await app.people.event({ type: 'app_home_opened', user: app.people.alice, channel: app.people.direct, tab: 'home' })
    const { body } = await sentTo(app.slack, 'views.publish')
    expect(shown(body)).toContain('/compare')
    expect(shown(body)).toContain('Latest launches')
  })

  it('answers a mention in its thread, for all to see', async () => {
    const text = '<@U0BOT> how does muse spark do on health?'
    await app.people.event({ type: 'app_mention', user: app.people.alice, channel: app.people.channel, ts: '100.1', text })
    const { body } = await sentTo(app.slack, 'chat.postMessage')
    expect(body).toMatchObject({ channel: app.people.channel, thread_ts: '100.1' })
    expect(shown(body)).toMatch(/health/i)
  })

  it('answers a direct message once, though Slack sends it as a mention too', async () => {
    const before = count(app.slack, 'chat.postMessage')
    const message = { user: app.people.alice, channel: app.people.direct, ts: '200.1', text: 'compare muse-spark gpt-5.4' }
    await app.people.event({ ...message, type: 'message', channel_type: 'im' })
    await app.people.event({ ...message, type: 'app_mention' })
    const { body } = await sentTo(app.slack, 'chat.postMessage', before)
    expect(shown(body)).toContain('Muse Spark vs GPT-5.4')
    const answers = count(app.slack, 'response_url')
    await app.people.slash('/help')
    await sentTo(app.slack, 'response_url', answers)
    expect(count(app.slack, 'chat.postMessage')).toBe(before + 1)
  })

  it('says what the sources say about the models that a message names', async () => {
    const before = count(app.slack, 'response_url')
    await app.people.shortcut('Is <https://x.example|Muse Spark> any good at health?')
    const { body } = await sentTo(app.slack, 'response_url', before)
    expect(body.response_type).toBe('ephemeral')
    expect(shown(body)).toContain('Muse Spark')
  })

  it('still answers an old button after a restart', async () => {
    await app.restart()
    const before = count(app.slack, 'response_url')
    await app.people.click(element(answer, ({ value }) => String(value).startsWith('risks ')))
    expect(shown((await sentTo(app.slack, 'response_url', before)).body)).toMatch(/risk/i)
  })

  it('tells how a command is used where a word is wrong, and offers what is near', async () => {
    const before = count(app.slack, 'response_url')
    await app.people.slash('/launchwire', 'compair muse-spark gpt-5.4')
    const { body } = await sentTo(app.slack, 'response_url', before)
    expect(shown(body)).toContain('Did you mean /compare?')
    expect(element(body, ({ value }) => value === 'compare muse-spark gpt-5.4')).toBeTruthy()
  })

  it('waits as long as Slack says where it answers 429', async () => {
    waits.length = 0
    const before = count(app.slack, 'chat.postMessage')
    app.slack.next('chat.postMessage', { retryAfter: 3 })
    const text = '<@U0BOT> help'
    await app.people.event({ type: 'app_mention', user: app.people.alice, channel: app.people.channel, ts: '300.1', text })
    await sentTo(app.slack, 'chat.postMessage', before + 1)
    expect(waits.map((wait) => Math.round(wait / 1_000))).toEqual([3])
  })

  it.runIf(transport === 'socket')('loses nothing while Slack recycles a socket', async () => {
    const [recycled] = app.slack.sockets
    recycled!.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    await until('the socket to close', () => recycled!.readyState === recycled!.CLOSED)
    const before = count(app.slack, 'response_url')
    await app.people.slash('/help')
    await sentTo(app.slack, 'response_url', before)
    await until('both sockets', () => app.slack.sockets.length === 2)
  })

  it('sends nothing that the judge refuses', () => {
    expect(app.slack.faults).toEqual([])
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([])
  })
})
