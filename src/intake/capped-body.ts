import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { FetchFailure } from './fetch-failure.ts'

/** The largest body, in bytes, before and after decompression: the limit of a file (`largestFile`). */
export const largestBody = 5_000_000

const decoders = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress } as const

/**
 * Reads a body, decompressed, up to 5 MB: it stops at the first byte beyond, so that a bomb of gigabytes costs no more than that. One coding only: several
 * on top of each other serve nobody but bombs.
 * @throws FetchFailure `too_large`, `type` for an unknown coding, `network` where the body breaks off
 */
export async function cappedBody(body: Readable, coding: string | null, limit = largestBody): Promise<Uint8Array> {
  // that reading is broken off early is no error of its own
  body.on('error', () => undefined)
  const name = (coding ?? '').trim().toLowerCase()
  const tooLarge = () =>
    new FetchFailure('too_large', `The answer has more than ${limit / 1_000_000} MB, which is more than any article has.`)
  if (name === '' || name === 'identity') return collect(body, limit, tooLarge)
  const create = decoders[name as keyof typeof decoders]
  if (!create) {
    body.destroy()
    throw new FetchFailure('type', `The answer is packed as "${name.slice(0, 40)}", which is not read.`)
  }
  const decoder = create()
  let packed = 0
  body.on('data', (chunk: Uint8Array) => {
    packed += chunk.length
    if (packed > limit) body.destroy(tooLarge())
  })
  body.on('error', (error) => decoder.destroy(error))
  body.pipe(decoder)
  try {
    return await collect(decoder, limit, tooLarge)
  } finally {
    body.destroy()
  }
}

async function collect(stream: Readable, limit: number, tooLarge: () => FetchFailure): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) {
      stream.destroy()
      throw tooLarge()
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
