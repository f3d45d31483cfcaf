import { afterEach, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { isDirect } from '../../../src/adapters/slack/answer.ts'
import { lineOf, questionAsked, readLine } from '../../../src/adapters/slack/ask.ts'
import { slashLine } from '../../../src/adapters/slack/commands.ts'
import { unescapeText } from '../../../src/adapters/slack/escape.ts'
import { defineCommand } from '../../../src/command/define.ts'
import { url } from '../../../src/command/options.ts'
import { count, sentTo, until } from './people.ts'
import { type Running, run, shown } from './running.ts'

let app: Running
afterEach(async () => {
  await app?.stop()
})

/** A command for managers, one that fails, and one that is slow. */
const own = [
  defineCommand({
    name: 'guarded',
    description: 'For managers',
    access: 'managers',
    options: {},
    examples: ['guarded'],
    run: async () => ({ title: 'Allowed', blocks: [] }),
  }),
  defineCommand({
    name: 'broken',
    description: 'Fails',
    options: {},
    examples: ['broken'],
    run: async () => {
      throw new Error('the details stay in the log')
    },
  }),
  defineCommand({
    name: 'long',
    description: 'Has a thousand statements',
    options: {},
    examples: ['long'],
    run: async () => ({
      title: 'Long',
      blocks: [
        {
          type: 'list',
          items: Array.from({ length: 1_000 }, (_, index) => [`Statement ${index} of a report that goes on and on`]),
        },
      ],
    }),
  }),
  defineCommand({
    name: 'add',
    description: 'Reads an article',
    options: { url: url('Its address') },
    examples: ['add https://example.com/a'],
    run: async ({ url }) => ({ title: 'Read', blocks: [{ type: 'paragraph', text: [url] }] }),
  }),
  defineCommand({
    name: 'drawn',
    description: 'Has a chart',
    options: {},
    examples: ['drawn'],
    run: async () => ({
      title: 'Drawn',
      blocks: [{ type: 'image', alt: 'Alpha 58.4, Beta 61', chart: { kind: 'bars', title: 'Maths', groups: [] } }],
    }),
  }),
]

describe('the shortcut "Read this article"', () => {
  it('reads the first address of a message, and says what it wants where there is none', async () => {
    app = await run('socket', { commands: own })
    await app.people.shortcut('see <https://example.com/post|this post>', 'read_article')
    expect(shown((await sentTo(app.slack, 'response_url')).body)).toContain('https://example.com/post')
    const before = count(app.slack, 'response_url')
    await app.people.shortcut('no address', 'read_article')
    expect(shown((await sentTo(app.slack, 'response_url', before)).body)).toContain('/add wants an address')
  })
})

describe('a slash command', () => {
  it('that fails inside gives the person a reference and the log the cause', async () => {
    app = await run('socket', { commands: own })
    await app.people.slash('/broken')
    const told = shown((await sentTo(app.slack, 'response_url')).body)
    const reference = /reference ([0-9a-f]{8})/.exec(told)?.[1]
    expect(reference).toBeTruthy()
    expect(told).not.toContain('details')
    expect(app.log.find((line) => line.reference === reference)).toMatchObject({ level: 'error' })
  })

  it('for managers asks Slack who is an admin where SLACK_MANAGERS says admins', async () => {
    app = await run('socket', { commands: own, environment: { SLACK_MANAGERS: 'admins' }, scopes: ['users:read'] })
    await app.people.slash('/guarded')
    expect(shown((await sentTo(app.slack, 'response_url')).body)).toContain('Allowed')
    await app.people.slash('/guarded', '', { user_id: app.people.bob })
    expect(shown((await sentTo(app.slack, 'response_url', 1)).body)).not.toContain('Allowed')
    expect(count(app.slack, 'users.info')).toBe(2)
  })

  it('for managers takes any member by default, and asks Slack once, for the time zone', async () => {
    app = await run('socket', { commands: own })
    await app.people.slash('/guarded', '', { user_id: app.people.bob })
    expect(shown((await sentTo(app.slack, 'response_url')).body)).toContain('Allowed')
    expect(count(app.slack, 'users.info')).toBe(1)
  })

  it('is answered for all to see where public: or the configuration says so', async () => {
    app = await run('socket', { environment: { LAUNCHWIRE_PUBLIC: 'yes' } })
    await app.people.slash('/help', 'public:no')
    expect((await sentTo(app.slack, 'response_url')).body.response_type).toBe('ephemeral')
    await app.people.slash('/help')
    expect((await sentTo(app.slack, 'response_url', 1)).body.response_type).toBe('in_channel')
    await app.people.slash('/risks', 'no such model public:yes')
    expect((await sentTo(app.slack, 'response_url', 2)).body.response_type).toBe('ephemeral')
  })

  it('shows its chart as a picture with alt text, uploaded once', async () => {
    const draw = async () => ({ png: Uint8Array.of(137, 80, 78, 71), width: 1, height: 1 })
    app = await run('socket', { commands: own, draw })
    await app.people.slash('/drawn')
    const { body } = await sentTo(app.slack, 'response_url')
    expect(body.blocks).toContainEqual(
      expect.objectContaining({ type: 'image', alt_text: 'Alpha 58.4, Beta 61', slack_file: { id: expect.any(String) } }),
    )
    await app.people.slash('/drawn')
    await sentTo(app.slack, 'response_url', 1)
    expect(count(app.slack, 'files.completeUploadExternal')).toBe(1)
    expect(app.slack.faults).toEqual([])
  })

  it('gives Slack a moment where it does not know a picture yet, before the picture gives way to its words', async () => {
    const draw = async () => ({ png: Uint8Array.of(137, 80, 78, 71), width: 1, height: 1 })
    const waits: number[] = []
    const clock = { now: Date.now, wait: async (milliseconds: number) => void waits.push(milliseconds) }
    app = await run('socket', { commands: own, draw, clock })
    app.slack.next('response_url', { error: 'invalid_blocks' })
    await app.people.slash('/drawn')
    const again = (await sentTo(app.slack, 'response_url', 1)).body
    expect(JSON.stringify(again.blocks)).toContain('slack_file')
    expect(waits).toEqual([2_000])
    app.slack.next('response_url', { error: 'invalid_blocks' }, { error: 'invalid_blocks' })
    await app.people.slash('/drawn')
    const words = (await sentTo(app.slack, 'response_url', 4)).body
    expect(JSON.stringify(words.blocks)).not.toContain('slack_file')
    expect(shown(words)).toContain('Alpha 58.4, Beta 61')
  })

  it('whose answer is longer than five messages goes on beside the response_url', async () => {
    app = await run('socket', { commands: own })
    await app.people.slash('/long')
    await sentTo(app.slack, 'chat.postEphemeral')
    await until('the last statement', () => app.slack.sent.some(({ body }) => shown(body).includes('Statement 999 ')))
    expect(count(app.slack, 'response_url')).toBe(5)
    expect(app.slack.faults).toEqual([])
  })

  it('is answered though the socket broke off before the acknowledgement', async () => {
    app = await run('socket', { commands: own })
    const [socket] = app.slack.sockets
    const payload = {
      command: '/long',
      text: '',
      team_id: app.people.team,
      user_id: app.people.alice,
      channel_id: app.people.channel,
    }
    const more = { response_url: app.slack.responseUrl(), trigger_id: 'once' }
    socket!.send(JSON.stringify({ envelope_id: 'e1', type: 'slash_commands', payload: { ...payload, ...more } }), () =>
      socket!.terminate(),
    )
    await sentTo(app.slack, 'response_url')
  })

  it('shows a chart’s numbers as text where the picture cannot be uploaded', async () => {
    const draw = async () => ({ png: Uint8Array.of(137, 80, 78, 71), width: 1, height: 1 })
    app = await run('socket', { commands: own, draw })
    app.slack.next('files.getUploadURLExternal', { error: 'missing_scope' })
    await app.people.slash('/drawn')
    expect(shown((await sentTo(app.slack, 'response_url')).body)).toContain('Alpha 58.4, Beta 61')
  })
})

describe('what was typed', () => {
  it.each([
    ['/compare', 'a b', 'compare a b'],
    ['/x-compare', 'a b', 'compare a b'],
    ['/launchwire', 'compare a b', 'compare a b'],
    ['/x-launchwire', '', 'help'],
    ['/nonsense', 'a', 'nonsense a'],
  ])('%s %s stands for the line "%s"', (name, text, line) => {
    expect(slashLine(name, text, commands)).toBe(line)
  })

  it.each([
    'compare muse-spark gpt-5.4 on:health',
    'risks "muse spark" category:privacy since:30d',
    'ask does it cost “a lot”: yes?',
    'compare a --on code',
  ])('reads the same after it was kept in a button: %s', (line) => {
    const asked = readLine(line, commands)!
    expect(readLine(lineOf(asked), commands)).toEqual(asked)
  })

  it('takes a question for /ask unless it starts with a command', () => {
    expect(questionAsked('how does muse spark do?', commands)).toMatchObject({ command: 'ask' })
    expect(questionAsked('risks muse-spark', commands)).toMatchObject({ command: 'risks', words: ['muse-spark'] })
    expect(questionAsked('', commands)).toMatchObject({ command: 'help' })
    expect(questionAsked('what is bold:this?', commands).named).toEqual({ question: 'what is bold:this?' })
  })

  it('comes out of Slack’s markup as it was typed', () => {
    expect(unescapeText('<@U123> is <https://a.example/x|Muse Spark> &gt; <https://b.example> &amp; <!here>?')).toBe(
      'is Muse Spark > https://b.example & ?',
    )
  })

  it('in a direct message is read by one person only', () => {
    expect([isDirect('D1'), isDirect(null), isDirect('C1')]).toEqual([true, true, false])
  })
})
