import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LocalSite {
  origin: string
  port: number
  /** Path and query of each request, in order. */
  asked: { path: string; headers: IncomingMessage['headers'] }[]
  close(): Promise<void>
}

/** A web server on this machine that answers by `handle`; it remembers what was asked. */
export async function localSite(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<LocalSite> {
  const asked: LocalSite['asked'] = []
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers })
    handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`
