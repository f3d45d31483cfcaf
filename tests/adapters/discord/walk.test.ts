import type { APIMessage } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { sourcesSay } from '../../../src/adapters/discord/declare.ts'
import type { Draw } from '../../../src/adapters/discord/pictures.ts'
import { register } from '../../../src/adapters/discord/register.ts'
import { openMemoryStore } from '../../../src/storage/database.ts'
import { startLocalDiscord } from './local-discord.ts'
import { customIdsOf, ids, isPrivate, textOf } from './local-objects.ts'
import { environmentFor, startAdapter, transports } from './running.ts'
import { createSeededCore, readSeeds } from './seeded-core.ts'

const draw: Draw = async () => ({ png: new Uint8Array([137, 80, 78, 71]), width: 600, height: 200 })
const models = [
  { type: 3, name: 'model', value: 'muse-spark' },
  { type: 3, name: 'model2', value: 'gpt-5.4' },
]
const buttonFor = (message: APIMessage, start: string): string => customIdsOf(message).find((id) => id.startsWith(start))!
const optionsOf = (message: APIMessage): string[] =>
  [...JSON.stringify(message.components).matchAll(/"value":"([^"]+)"/g)].map((match) => match[1]!)

test.each(transports)(
  'a person walks through the product over %s',
  async (transport) => {
    const local = await startLocalDiscord({ shards: transport === 'gateway' ? 2 : 1 })
    const store = await openMemoryStore()
    await readSeeds(store, 'Muse Spark')
    const core = await createSeededCore(store, environmentFor(local, transport))
    let adapter = await startAdapter(local, core, transport, { draw })
    onTestFinished(async () => {
      await adapter.stop()
      await local.close()
      await store.close()
    })

    const registered = await register(adapter.discord.rests.bot, core.commands, { application: ids.application, mentions: false })
    expect(registered.added).toContain('compare')
    expect(registered.added).toContain(sourcesSay)

    const typed = [{ type: 3, name: 'model', value: 'muse', focused: true }]
    const { choices } = await local.interactions.autocomplete('compare', typed)
    expect(choices[0]).toMatchObject({ value: 'Muse Spark' })

    const compared = await local.interactions.slash('compare', models).original
    expect(isPrivate(compared)).toBe(true)
    expect(textOf(compared)).toContain('Muse Spark vs GPT-5.4')
    expect(JSON.stringify(compared.attachments)).toMatch(/HealthBench Hard: vendor, 42\.8 \[\d\]/)

    const evidence = local.interactions.pick(compared, buttonFor(compared, 'pick '), optionsOf(compared)[0]!)
    expect(isPrivate(await evidence.original)).toBe(true)
    expect(textOf(await evidence.original)).toContain('## Evidence')

    const risks = await local.interactions.slash('risks', [{ type: 3, name: 'model', value: 'muse spark' }]).original
    const turned = await local.interactions.press(risks, buttonFor(risks, 'run risks Muse Spark page:2')).original
    expect(turned.id).toBe(risks.id)
    expect(textOf(turned)).toContain('Page 2 of')

    const shared = await local.interactions.press(compared, buttonFor(compared, 'share ')).original
    expect(isPrivate(shared)).toBe(false)
    expect(textOf(shared)).toBe(textOf(compared))

    await adapter.stop()
    adapter = await startAdapter(local, core, transport, { draw })
    const asText = await local.interactions.press(compared, buttonFor(compared, 'text ')).original
    expect(textOf(asText)).toMatch(/HealthBench Hard.*42\.8/)

    for (const global of [false, true]) {
      local.limit(/^PATCH \/webhooks\//, { times: 1, after: 0.2, global })
      expect(textOf(await local.interactions.slash('latest').original)).not.toBe('')
    }

    if (transport === 'gateway') {
      const resumed = local.gateway.next('resume')
      local.gateway.askToReconnect()
      await resumed
      // a server of each shard
      for (const guild of [ids.guild, String(BigInt(ids.guild) + (1n << 22n))])
        expect(textOf(await local.interactions.slash('help', [], { guild_id: guild }).original)).toContain('/compare')
      expect(new Set(local.gateway.stats.shards)).toEqual(new Set([0, 1]))
    }
    expect(local.seen.flatMap(({ faults }) => faults)).toEqual([])
  },
  60_000,
)
