import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createFetch, type Fetch, userAgent } from '../../src/intake/fetch.ts'
import { FetchFailure } from '../../src/intake/fetch-failure.ts'
import { type LocalSite, localSite, page } from './local-site.ts'

let site: LocalSite | undefined
let fetch: (Fetch & { close(): Promise<void> }) | undefined
afterEach(async () => {
  await fetch?.close()
  await site?.close()
  fetch = undefined
  site = undefined
})
const now = Date.UTC(2026, 3, 8, 12)

async function serve(handle: Parameters<typeof localSite>[0], timeout?: number): Promise<string> {
  site = await localSite(handle)
  fetch = createFetch({
    userAgent: userAgent('mailto:desk@example.com'),
    allowed: { loopback: true },
    now: () => now,
    ...(timeout ? { timeout } : {}),
  })
  return site.origin
}
async function failure(address: string, wanted: 'page' | 'feed' = 'page'): Promise<FetchFailure> {
  const error = await fetch!(address, wanted).then(
    () => new Error('it was fetched'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof FetchFailure) return error
  throw error
}
const html = { 'content-type': 'text/html; charset=utf-8' }

test('a request says who asks, asks for what is read, and carries no cookie, not even one that was just set', async () => {
  const origin = await serve((_, response) =>
    response.writeHead(200, { ...html, 'set-cookie': 'id=1' }).end(page('A', '<p>b</p>')),
  )
  await fetch!(`${origin}/a#part`, 'page')
  await fetch!(`${origin}/b`, 'page')
  expect(site!.asked.map(({ path }) => path)).toEqual(['/a', '/b'])
  for (const { headers } of site!.asked) {
    expect(headers['user-agent']).toBe('Launchwire/0.1 (reads coverage of AI model launches; mailto:desk@example.com)')
    expect(headers.accept).toContain('text/html')
    expect([headers.cookie, headers.referer, headers.authorization]).toEqual([undefined, undefined, undefined])
  }
})

test('a contact cannot add a header of its own', () => {
  expect(userAgent('me@example.com\r\nx-evil: 1 (')).toBe(
    'Launchwire/0.1 (reads coverage of AI model launches; me@example.comx-evil: 1)',
  )
})

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)('a page packed with %s is unpacked', async (coding, pack) => {
  const origin = await serve((_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': coding }).end(pack(page('Ä', '<p>ß</p>'))),
  )
  expect((await fetch!(origin, 'page')).text).toContain('<h1>Ä</h1><p>ß</p>')
})

test.each([
  ['gzip', gzipSync],
  ['br', (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
] as const)('a decompression bomb in %s is refused while it grows', async (coding, pack) => {
  const bomb = pack(Buffer.alloc(200_000_000))
  const origin = await serve((_, response) => response.writeHead(200, { ...html, 'content-encoding': coding }).end(bomb))
  const before = process.memoryUsage().arrayBuffers
  const refused = await failure(origin)
  expect([refused.kind, refused.message]).toEqual(['too_large', expect.stringContaining('5 MB')])
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
})

test('a body packed twice, or by an unknown coding, is refused', async () => {
  const origin = await serve((_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('a'))),
  )
  expect((await failure(origin)).kind).toBe('type')
})

test('a body of more than 5 MB is refused by its length, or as it comes', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/stated') response.writeHead(200, { ...html, 'content-length': 6_000_000 }).write('x')
    else {
      response.writeHead(200, html)
      for (let part = 0; part < 60; part++) response.write('x'.repeat(100_000))
      response.end()
    }
  })
  expect((await failure(`${origin}/stated`)).kind).toBe('too_large')
  expect((await failure(`${origin}/growing`)).kind).toBe('too_large')
})

test('a site that does not answer, or never ends, is given up when the time is over', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/silent') return
    response.writeHead(200, html).write('<html>')
  }, 300)
  expect((await failure(`${origin}/silent`)).kind).toBe('timeout')
  expect((await failure(`${origin}/dripping`)).kind).toBe('timeout')
})

test('redirects share one time', async () => {
  const origin = await serve((request, response) => {
    const step = Number(request.url!.slice(1))
    setTimeout(() => response.writeHead(302, { location: `/${step + 1}` }).end(), 150)
  }, 400)
  expect((await failure(`${origin}/1`)).kind).toBe('timeout')
  expect(site!.asked.length).toBeLessThan(5)
})

test('a body that breaks off is no page', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/length') {
      response.writeHead(200, { ...html, 'content-length': 1000 })
      response.write('<html><body>half')
      setTimeout(() => response.destroy(), 50)
    } else if (request.url === '/chunks') {
      response.writeHead(200, html)
      response.write('<html><body>half')
      setTimeout(() => response.destroy(), 50)
    } else if (request.url === '/packed')
      response
        .writeHead(200, { ...html, 'content-encoding': 'gzip', connection: 'close' })
        .end(gzipSync(page('A', '<p>b</p>'.repeat(500))).subarray(0, 60))
    else {
      // no length at all: the end of the connection is the end of the page
      response.socket!.end(
        'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<!doctype html><html><body><p>half',
      )
    }
  })
  for (const path of ['/length', '/chunks', '/packed', '/close'])
    expect((await failure(origin + path)).kind, path).toBe('network')
})

test.each([
  ['application/pdf', 'page', 'It is a PDF, not a page of text.'],
  ['image/png', 'page', 'It is image (image/png), not a page of text.'],
  ['application/rss+xml', 'page', 'It is application/rss+xml, not a page of text.'],
  ['video/mp4', 'feed', 'It is video (video/mp4), not a feed.'],
] as const)('%s is not read as a %s', async (type, wanted, message) => {
  const origin = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end('x'))
  const refused = await failure(origin, wanted)
  expect([refused.kind, refused.message]).toEqual(['type', message])
})

test('what the server says of its answer is kept, and sent back when it is asked again', async () => {
  const origin = await serve((request, response) => {
    if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304).end()
    return response
      .writeHead(200, {
        'content-type': 'application/rss+xml',
        etag: '"v1"',
        'last-modified': 'Wed, 08 Apr 2026 10:00:00 GMT',
        'cache-control': 'public, max-age=600',
      })
      .end('<rss/>')
  })
  const first = await fetch!(origin, 'feed')
  expect(first).toMatchObject({
    etag: '"v1"',
    lastModified: 'Wed, 08 Apr 2026 10:00:00 GMT',
    freshFor: 600_000,
    notModified: false,
  })
  const again = await fetch!(origin, 'feed', first)
  expect(again).toMatchObject({ notModified: true, status: 304, text: '' })
  expect(site!.asked[1]!.headers['if-modified-since']).toBe('Wed, 08 Apr 2026 10:00:00 GMT')
})

test.each([
  [429, '120', 'busy', now + 120_000],
  [503, 'Wed, 08 Apr 2026 13:00:00 GMT', 'busy', Date.UTC(2026, 3, 8, 13)],
  [429, undefined, 'busy', null],
  [503, undefined, 'status', null],
  [403, '60', 'status', now + 60_000],
  [404, undefined, 'status', null],
  [500, 'soon', 'status', null],
] as const)('an answer %i with Retry-After %s is told apart', async (status, retry, kind, notBefore) => {
  const origin = await serve((_, response) =>
    response.writeHead(status, retry === undefined ? {} : { 'retry-after': retry }).end(),
  )
  expect(await failure(origin)).toMatchObject({ kind, status, notBefore })
})

test('a text is read by the charset that it declares', async () => {
  const latin = (text: string) => Buffer.from(text, 'latin1')
  const bodies: Record<string, { type: string; body: Buffer }> = {
    '/header': { type: 'text/html; charset=iso-8859-1', body: latin('<html>Café</html>') },
    '/meta': { type: 'text/html', body: latin('<html><head><meta charset="windows-1252"></head>Café</html>') },
    '/xml': { type: 'application/xml', body: latin('<?xml version="1.0" encoding="ISO-8859-1"?><rss>Café</rss>') },
    '/mark': { type: 'text/html', body: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html>Café</html>', 'utf16le')]) },
    '/plain': { type: 'text/html', body: Buffer.from('<html>Café</html>') },
    '/unknown': { type: 'text/html; charset=no-such', body: Buffer.from('<html>Café</html>') },
  }
  const origin = await serve((request, response) => {
    const { type, body } = bodies[request.url!]!
    response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body)
  })
  for (const path of Object.keys(bodies)) expect((await fetch!(origin + path, 'feed')).text, path).toContain('Café')
})

test('no site of that name, or none at that port, is a network failure that names no internals', async () => {
  const origin = await serve((_, response) => response.end())
  const { port } = site!
  await site!.close()
  expect((await failure(`http://127.0.0.1:${port}`)).kind).toBe('network')
  expect(origin).toContain(String(port))
  expect((await failure('http://no-such-host.invalid/')).message).toBe(
    'There is no site of that name, or it cannot be found just now.',
  )
})
