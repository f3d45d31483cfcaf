import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../src/secret.ts'
import { encryptionKey, loadInstallation } from '../../../src/storage/installations.ts'
import { authorise, installApp } from './installing.ts'
import { count, sentTo, signed, until } from './people.ts'
import { type Running, run, shown } from './running.ts'
import { key } from './seeded-core.ts'

let app: Running
beforeEach(async () => {
  app = await run('install')
}, 30_000)
afterEach(async () => {
  await app.stop()
})

const authorised = () => authorise(app)
const install = () => installApp(app)
const place = () => ({ adapter: 'slack', team: app.people.team, enterprise: null })
const stored = () => loadInstallation(app.store, encryptionKey(new Secret(key)), place())

describe('an installation', () => {
  it('is stored with its token encrypted, and commands of that workspace work from then on', async () => {
    await install()
    const row = await app.store.db.selectFrom('installation').selectAll().executeTakeFirstOrThrow()
    expect(row.body).not.toContain('xox')
    expect((await stored())?.body).toMatchObject({
      team: { id: app.people.team },
      bot: { token: expect.stringMatching(/^xoxb-/) },
    })
    await app.people.slash('/compare', 'muse-spark gpt-5.4')
    expect(shown((await sentTo(app.slack, 'response_url')).body)).toContain('Muse Spark vs GPT-5.4')
    expect(app.slack.faults).toEqual([])
  })

  it('is refused where the state was not given to this browser', async () => {
    const { back } = await authorised()
    expect((await fetch(back, { redirect: 'manual' })).status).toBeGreaterThanOrEqual(400)
    expect(await stored()).toBeUndefined()
  })

  it('is refused where the state was changed', async () => {
    const { back, cookie } = await authorised()
    const forged = new URL(back)
    forged.searchParams.set('state', `${forged.searchParams.get('state')}x`)
    expect((await fetch(forged, { headers: { cookie }, redirect: 'manual' })).status).toBeGreaterThanOrEqual(400)
    expect(await stored()).toBeUndefined()
  })

  it('is forgotten, token and all, when the app is removed', async () => {
    await install()
    await app.people.event({ type: 'app_uninstalled' })
    await until('the row to go', () => app.log.find(({ event }) => event.includes('removed')))
    expect(await stored()).toBeUndefined()
    await app.people.slash('/help')
    expect((await sentTo(app.slack, 'response_url')).body.text).toContain('no longer installed')
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([])
  })

  it.each([
    [
      'Slack says so in an event',
      async () => void (await app.people.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } })),
    ],
    [
      'Slack refuses its token',
      async () => {
        app.slack.next('chat.postMessage', { error: 'token_revoked' })
        await app.people.event({
          type: 'app_mention',
          user: app.people.alice,
          channel: app.people.channel,
          ts: '1.1',
          text: '<@U0> help',
        })
      },
    ],
  ])('is disabled, and the log says so, when %s; installing again mends it', async (_, revoke) => {
    await install()
    await revoke()
    await until('the log', () => app.log.find(({ event }) => event.includes('must be installed again')))
    expect((await stored())?.state).toBe('disabled')
    await expect(app.listening.clientFor(app.people.team)).rejects.toThrow('not installed')
    await install()
    expect((await stored())?.state).toBe('active')
  })
})

describe('a request over HTTP', () => {
  const send = (raw: string, headers: Record<string, string>) =>
    fetch(`${app.url}/slack/events`, { method: 'POST', body: raw, headers })
  const raw = 'command=%2Fhelp&text=&team_id=T1'

  it.each([
    ['is signed with another secret', () => signed(raw, 'slash_commands', { secret: 'other' })],
    ['is older than five minutes', () => signed(raw, 'slash_commands', { at: Date.now() - 6 * 60_000 })],
    ['has the signature of another body', () => signed(`${raw}x`, 'slash_commands')],
    ['has no signature', () => ({ 'content-type': 'application/x-www-form-urlencoded' })],
  ])('is refused where it %s', async (_, headers) => {
    expect((await send(raw, headers())).status).toBe(401)
    expect(count(app.slack, 'response_url')).toBe(0)
  })

  it.each([
    ['GET', '/slack/events'],
    ['GET', '/slack/nothing'],
    ['DELETE', '/slack/install'],
    ['POST', '//'],
  ])('%s %s is answered with 404 and the app stays up', async (method, path) => {
    expect((await fetch(`${app.url}${path}`, { method })).status).toBe(404)
    expect((await fetch(`${app.url}/slack/install`, { redirect: 'manual' })).status).toBe(302)
  })

  it('that asks whether the address is ours is answered', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 't' })
    const answer = await send(body, signed(body, 'events_api'))
    expect(await answer.json()).toEqual({ challenge: 'abc' })
  })
})
