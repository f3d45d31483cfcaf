import type { RequestListener } from 'node:http'
import { App, type CodedError, ErrorCode, HTTPReceiver, type Receiver } from '@slack/bolt'
import type { Config } from '../../config.ts'
import type { Poster } from '../../delivery/poster.ts'
import type { Core } from '../../invoke.ts'
import { boltLogger, type Client, clientOptions } from './client.ts'
import { handleCommands } from './commands.ts'
import { paths, scopesFor } from './declare.ts'
import { handleEvents } from './events.ts'
import { advice } from './failure.ts'
import { type Installations, openInstallations } from './installations.ts'
import { handleInteractions } from './interactions.ts'
import { type Clock, createPace } from './pace.ts'
import { createPictures, type Draw } from './pictures.ts'
import { createPoster, type Posted } from './poster.ts'
import { postResponse } from './response-url.ts'
import type { Slack } from './slack.ts'
import { openSockets } from './socket.ts'

/** What `listen` may be given beside the core. */
export interface ListenOptions {
  /** Draws charts; without it their numbers stand as text. */
  draw?: Draw
  /** Waits in real time unless a test passes another clock. */
  clock?: Clock
}

/** The app while it listens. */
export interface Listening {
  /** Answers requests to `/slack/…`, where HTTP is configured; main serves it on its port beside the others. */
  requestListener: RequestListener | null
  /** A client for posting in a workspace. @throws where the app is not installed there. */
  clientFor(team: string | null, enterprise?: string | null): Promise<Client>
  /** What delivery posts by. */
  poster: Poster<Posted>
  stop(): Promise<void>
}

/**
 * Listens to Slack by what is configured: an app token opens Socket Mode, a signing secret answers signed HTTP requests and the install pages; both may
 * be on, since each event is handled once.
 * @throws UserError where the configuration lacks something or Slack does not take a token.
 */
export async function listen(core: Core, options: ListenOptions = {}): Promise<Listening> {
  const { config, log, store } = core
  const clock = options.clock ?? {
    now: core.now,
    wait: (milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  }
  const pace = createPace(clock)
  const installations = await openInstallations(config, store, log, clock.now)
  const slack: Slack = {
    core,
    clock,
    pace,
    pictures: createPictures(options.draw, pace, log),
    revoked: installations.disable,
  }

  const sockets = config.SLACK_APP_TOKEN ? openSockets(config, log, clock) : null
  const http = config.SLACK_SIGNING_SECRET ? httpReceiver(config, core, installations) : null
  const receivers: Receiver[] = [...(sockets?.receivers ?? []), ...(http ? [http] : [])]
  // Bolt takes one receiver; this one hands the app to each of ours
  const all: Receiver = {
    init: (app) => {
      for (const receiver of receivers) receiver.init(app)
    },
    start: async () => sockets?.start(),
    stop: async () => sockets?.stop(),
  }
  const app = new App({
    receiver: all,
    authorize: installations.authorize,
    clientOptions: clientOptions(config, log),
    logger: boltLogger(log),
    convoStore: false,
    extendedErrorHandler: true,
  })
  app.error(({ error, body }: { error: CodedError; body: unknown }) => unhandled(slack, error, body as Unhandled))
  handleCommands(app, slack)
  handleInteractions(app, slack)
  handleEvents(app, slack, installations)
  await app.start()
  return {
    requestListener: http ? guardedListener(http) : null,
    clientFor: installations.clientFor,
    poster: createPoster({ installations, pictures: slack.pictures, draws: options.draw !== undefined }),
    stop: async () => {
      await app.stop()
    },
  }
}

/** What is read of a request that no handler got. */
interface Unhandled {
  team_id?: string
  team?: { id?: string }
  response_url?: string
}

/** A request from where the app is not installed is told so; anything else that Bolt could not handle is our fault. */
async function unhandled({ core: { log }, clock }: Slack, error: CodedError, body: Unhandled): Promise<void> {
  if (error.code !== ErrorCode.AuthorizationError) return void log.failure('Bolt could not handle a Slack request', error)
  log.warn('a request came from a workspace where the app is not installed', { team: body.team_id ?? body.team?.id })
  if (!body.response_url) return
  const told = { response_type: 'ephemeral', replace_original: false, text: advice('token_revoked') }
  // Bolt acknowledges when this is over, so it waits for nothing
  void postResponse(body.response_url, told, clock).catch((failure: unknown) =>
    log.warn('a person could not be told', { error: failure }),
  )
}

/** Bolt throws where a path or a method is none of its own; such a request is answered, and the process stays up. */
const guardedListener =
  (receiver: HTTPReceiver): RequestListener =>
  (request, response) => {
    try {
      receiver.requestListener(request, response)
    } catch {
      if (!response.headersSent) response.writeHead(404)
      response.end()
    }
  }

function httpReceiver(config: Config, { log }: Core, installations: Installations): HTTPReceiver {
  const install =
    installations.store &&
    config.LAUNCHWIRE_URL &&
    config.SLACK_CLIENT_ID &&
    config.SLACK_CLIENT_SECRET &&
    config.SLACK_STATE_SECRET
      ? {
          clientId: config.SLACK_CLIENT_ID,
          clientSecret: config.SLACK_CLIENT_SECRET.reveal(),
          stateSecret: config.SLACK_STATE_SECRET.reveal(),
          scopes: scopesFor(config.SLACK_MANAGERS === 'admins').bot,
          installationStore: installations.store,
          redirectUri: `${config.LAUNCHWIRE_URL.replace(/\/+$/, '')}${paths.redirect}`,
          installerOptions: {
            directInstall: true,
            installPath: paths.install,
            redirectUriPath: paths.redirect,
            clientOptions: clientOptions(config, log),
            ...(config.SLACK_API_URL ? { authorizationUrl: new URL('/oauth/v2/authorize', config.SLACK_API_URL).href } : {}),
          },
        }
      : {}
  return new HTTPReceiver({
    signingSecret: config.SLACK_SIGNING_SECRET!.reveal(),
    endpoints: paths.events,
    logger: boltLogger(log),
    ...install,
  })
}
