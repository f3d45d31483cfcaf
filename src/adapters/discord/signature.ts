import { createPublicKey, type KeyObject, verify } from 'node:crypto'

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const prefix = Buffer.from('302a300506032b6570032100', 'hex')

/** An application's public key, 64 hexadecimal digits, as Discord's developer portal shows it. */
export const readPublicKey = (hex: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([prefix, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' })

/**
 * True where Discord signed this request: Ed25519 over the timestamp and the body as it came
 * (https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint).
 */
export function isSigned(
  key: KeyObject,
  headers: { signature: string | undefined; timestamp: string | undefined },
  body: Buffer,
): boolean {
  const { signature, timestamp } = headers
  if (!timestamp || !signature || !/^[0-9a-f]{128}$/i.test(signature)) return false
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'))
}
