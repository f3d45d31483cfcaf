import type { Check } from '../check.ts'
import { freshnessOf } from '../storage/models.ts'
import type { OperatorCommand, System } from './operator.ts'

const marks = { ok: '✓', warning: '!', failed: '✗' } as const

export const doctorCommand: OperatorCommand = {
  name: 'doctor',
  summary: 'Looks whether the database, Slack and Discord are set up right, and says what to mend. Changes and posts nothing.',
  usage: ['doctor [--json]'],
  options: { json: { type: 'boolean', description: 'For machines' } },
  async run({ values }, system) {
    const checks = [...(await checkDatabase(system)), ...(await checkChats(system))]
    if (values.json) system.out(`${JSON.stringify(checks)}\n`)
    else for (const { name, state, detail } of checks) system.out(`${marks[state]} ${name}: ${detail}\n`)
    return checks.some(({ state }) => state === 'failed') ? 1 : 0
  },
}

async function checkDatabase(system: System): Promise<Check[]> {
  const store = await system.store()
  const { articles, newest } = await freshnessOf(store, null)
  const held =
    articles === 0
      ? 'holds no article yet: npm start reads the starter corpus'
      : `holds ${articles} articles${newest ? `, newest ${newest}` : ''}`
  const where = store.engine === 'postgres' ? 'Postgres' : `SQLite in ${system.config.LAUNCHWIRE_DATA}`
  return [{ name: 'Database', state: 'ok', detail: `${where}, ${held}.` }]
}

/** Each platform's own checks; its library is loaded here only. */
async function checkChats({ config, now, core }: System): Promise<Check[]> {
  const [{ checkSlack }, { checkDiscord }, { createRests }, { countInvalidRequests }] = await Promise.all([
    import('../adapters/slack/doctor.ts'),
    import('../adapters/discord/doctor.ts'),
    import('../adapters/discord/rest.ts'),
    import('../adapters/discord/invalid-requests.ts'),
  ])
  const rests = createRests({ token: config.DISCORD_TOKEN, api: config.DISCORD_API_URL, now, invalid: countInvalidRequests() })
  const { commands } = await core()
  return (await Promise.all([checkSlack(config), checkDiscord(rests.bot, config, commands)])).flat()
}
