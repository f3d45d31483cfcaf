import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addSchedules, type StoredSchedule } from '../../../src/storage/schedules.ts'
import { count, sentTo } from './people.ts'
import { element, type Running, run, shown } from './running.ts'

let app: Running
beforeEach(async () => {
  app = await run('socket')
}, 30_000)
afterEach(async () => {
  await app.stop()
  expect(app.slack.faults).toEqual([])
})

const schedule = (id: string, owner: string, more: Partial<StoredSchedule> = {}): StoredSchedule => ({
  id,
  adapter: 'slack',
  team: app.people.team,
  channel: app.people.channel,
  owner,
  cron: '0 9 * * 1',
  zone: 'Europe/Berlin',
  filters: { vendors: [], models: [], categories: [], leastWeight: 0 },
  quiet: 'note',
  missed: 'late',
  spread: 0,
  state: 'active',
  reason: null,
  slotDone: '2026-04-06T09:00',
  nextSlot: '2026-04-13T09:00',
  nextAt: Date.UTC(2026, 3, 13, 7),
  since: 0,
  createdAt: 0,
  ...more,
})

const opened = async () => {
  const before = count(app.slack, 'views.publish')
  await app.people.event({ type: 'app_home_opened', user: app.people.alice, channel: app.people.direct, tab: 'home' })
  return (await sentTo(app.slack, 'views.publish', before)).body.view as { blocks: Record<string, unknown>[] }
}

describe('the Home tab', () => {
  it('shows a person the digests that they set up, by channel, and nobody else’s', async () => {
    expect(shown(await opened())).toContain('None yet')
    await addSchedules(app.store, [
      schedule('d1', app.people.alice),
      schedule('d2', app.people.bob),
      schedule('d3', app.people.alice, { state: 'removed' }),
    ])
    const text = shown(await opened())
    expect(text).toContain('d1')
    expect(text).not.toMatch(/d2|d3|None yet/)
  })

  it('answers its buttons in a direct message', async () => {
    const view = await opened()
    const button = element(view, ({ value }) => value === 'launch muse-spark')
    await app.people.click(button, {
      channel: undefined,
      response_url: undefined,
      container: { type: 'view', view_id: 'V1' },
      view: { id: 'V1' },
    })
    const { body } = await sentTo(app.slack, 'chat.postMessage')
    expect(body.channel).toBe(app.people.alice)
    expect(shown(body)).toContain('Muse Spark')
  })
})
