import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drawChart } from '../charts/draw.ts'
import type { Config } from '../config.ts'
import type { Posters } from '../delivery/poster.ts'
import { UserError } from '../errors.ts'
import type { Core } from '../invoke.ts'
import type { Log } from '../log.ts'
import { forgetOldEvents } from '../storage/inbox.ts'

/** The chats that are switched on. */
export interface Running {
  posters: Posters
  /** What to tell the operator, a line each. */
  said: string[]
  stop(): Promise<void>
}

/** True where any chat is configured. */
export const chatsConfigured = (config: Config): boolean =>
  Boolean(config.SLACK_APP_TOKEN || config.SLACK_SIGNING_SECRET || config.DISCORD_TOKEN || config.DISCORD_PUBLIC_KEY)

/**
 * Starts each chat whose variables are set; its library is loaded only then. Requests of both come to one port, told apart by path; anything else gets 404,
 * `/health` says that the process is up.
 * @throws UserError where a token is not taken or the port is not free.
 */
export async function startChats(core: Core, config: Config, log: Log): Promise<Running> {
  const posters: Record<string, Posters[string]> = {}
  const said: string[] = []
  const stops: (() => Promise<void>)[] = []
  const handlers: { path: string; handle: RequestListener }[] = []
  if (config.SLACK_APP_TOKEN || config.SLACK_SIGNING_SECRET) {
    const { listen } = await import('../adapters/slack/listen.ts')
    const slack = await listen(core, { draw: drawChart })
    posters.slack = slack.poster
    if (slack.requestListener) handlers.push({ path: '/slack/', handle: slack.requestListener })
    said.push(
      `Slack is on${config.SLACK_APP_TOKEN ? ' (Socket Mode)' : ''}${slack.requestListener ? ` over HTTP, port ${config.PORT}, paths /slack/…` : ''}.`,
    )
    stops.push(() => slack.stop())
  }
  if (config.DISCORD_TOKEN || config.DISCORD_PUBLIC_KEY) {
    const { listen } = await import('../adapters/discord/listen.ts')
    const discord = listen(core, { draw: drawChart })
    await discord.ready
    if (discord.poster) posters.discord = discord.poster
    const { endpoint } = discord
    if (endpoint) handlers.push({ path: '/discord/', handle: (request, response) => void endpoint(request, response) })
    said.push(
      `Discord is on${config.DISCORD_TOKEN ? ' (gateway)' : ''}${endpoint ? ` over HTTP, port ${config.PORT}, path /discord/interactions` : ''}.`,
    )
    stops.push(() => discord.close())
  }
  if (handlers.length > 0) {
    const server = await serve(handlers, config.PORT, log)
    stops.unshift(() => new Promise((resolve) => server.close(() => resolve())))
  }
  // what no platform can send again is forgotten, once an hour
  const housekeeping = setInterval(
    () => void forgetOldEvents(core.store, core.now()).catch((error) => log.failure('old events were not forgotten', error)),
    3_600_000,
  )
  housekeeping.unref()
  stops.push(async () => clearInterval(housekeeping))
  return {
    posters,
    said,
    stop: async () => {
      for (const stop of stops) await stop()
    },
  }
}

async function serve(handlers: { path: string; handle: RequestListener }[], port: number, log: Log): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const found = handlers.find((each) => path.startsWith(each.path))
    if (found) return found.handle(request, response)
    const healthy = path === '/health'
    response.writeHead(healthy ? 200 : 404, { 'content-type': 'text/plain' }).end(healthy ? 'ok\n' : 'not found\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new UserError('config', `Port ${port} cannot be used (${cause.code ?? cause.message}): set PORT to a free one.`, {
          cause,
        }),
      ),
    )
    server.listen(port, resolve)
  })
  log.info('listening', { port: (server.address() as AddressInfo).port })
  return server
}
