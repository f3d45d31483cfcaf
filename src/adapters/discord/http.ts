import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIInteraction, APIInteractionResponse } from 'discord.js'
import type { Log } from '../../log.ts'
import type { Acknowledge } from './acknowledge.ts'
import { limits } from './limits.ts'
import { isSigned, readPublicKey } from './signature.ts'

/** Where Discord sends interactions: the path of the "Interactions Endpoint URL". */
export const interactionsPath = '/discord/interactions'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Takes interactions over HTTP: 401 without a good signature (Discord tries that from time to time), else the acknowledgement is
 * the response, and the work goes on behind it. A replayed request is no second answer: every interaction is claimed by its id.
 */
export function interactionsEndpoint(parts: {
  publicKey: string
  log: Log
  handle(interaction: APIInteraction, acknowledge: Acknowledge): Promise<void>
}): RequestHandler {
  const key = readPublicKey(parts.publicKey)
  return async (request, response) => {
    try {
      if (request.method !== 'POST') return end(response, 405)
      const body = await readBody(request)
      if (!body) return end(response, 413)
      const headers = { signature: header(request, 'x-signature-ed25519'), timestamp: header(request, 'x-signature-timestamp') }
      if (!isSigned(key, headers, body)) return end(response, 401)
      const interaction = parse(body)
      if (!interaction) return end(response, 400)
      await parts.handle(interaction, (answer) => sendJson(response, answer))
      if (!response.headersSent) end(response, 500)
    } catch (error) {
      parts.log.failure('discord request failed', error)
      if (!response.headersSent) end(response, 500)
    }
  }
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function parse(body: Buffer): APIInteraction | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && 'type' in value ? (value as APIInteraction) : undefined
  } catch {
    return undefined
  }
}

/** The body as it came, or undefined where it is larger than any of Discord's. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limits.requestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}

/** Resolves when the response is on its way: what follows may edit what it announced. */
function sendJson(response: ServerResponse, answer: APIInteractionResponse): Promise<void> {
  return new Promise((sent) => {
    response.once('close', sent)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer), () => sent())
  })
}
