import { listen } from '../../src/adapters/slack/listen.ts'
import { openStore } from '../../src/storage/database.ts'
import { coreFor } from '../adapters/slack/seeded-core.ts'

/** One process of the app for the Slack benchmark: Socket Mode against a local Slack, on a database that others share. */
const { SLACK_URL: url = '', DATA: folder = '' } = process.env
const store = await openStore({ LAUNCHWIRE_DATA: folder })
const { core } = await coreFor({ url }, store, 'socket', { LAUNCHWIRE_LOG: 'warn' })
const listening = await listen(core)
process.send?.('ready')
process.on('SIGTERM', async () => {
  await listening.stop()
  await store.close()
  process.exit(0)
})
