import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { listen } from '../../../src/adapters/discord/listen.ts'
import { drawChart } from '../../../src/charts/draw.ts'
import { openMemoryStore } from '../../../src/storage/database.ts'
import { createSeededCore, readSeeds } from './seeded-core.ts'

/**
 * The product's Discord adapter in a thread of its own, on the starter corpus, as far from the local Discord as another process
 * is.
 */
const store = await openMemoryStore()
await readSeeds(store, '')
const core = await createSeededCore(store, workerData as Record<string, string>)
const discord = listen(core, { draw: drawChart })
const server = createServer((request, response) => void discord.endpoint?.(request, response))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
await discord.ready
parentPort!.postMessage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
parentPort!.once('message', async () => {
  await discord.close()
  server.closeAllConnections()
  server.close()
  await store.close()
})
