import ipaddr from 'ipaddr.js'

/** Public ranges that still lead to a cloud's own machinery: Azure's wire server stands at a public address (learn.microsoft.com, "What is IP address 168.63.129.16"). */
const cloudOwn = new Set(['168.63.129.16'])

/** What may be reached beside the public internet. */
export interface Allowed {
  /** This machine itself: tests run their servers there. */
  loopback: boolean
}

/**
 * Why nothing is fetched from this IP address, or null where it may be reached. Only global unicast passes: private, loopback, link-local (cloud metadata
 * at 169.254.169.254), carrier-grade NAT, unique-local, multicast, reserved and documentation ranges do not, nor IPv6 forms that carry an IPv4 address
 * (mapped, translated, NAT64, 6to4, Teredo): a gateway would unpack them. Ranges: IANA special-purpose address registries (RFC 6890).
 */
export function addressRefusal(address: string, allowed: Allowed): string | null {
  if (!ipaddr.isValid(address)) return `"${address}" is no IP address`
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (range === 'loopback' && allowed.loopback) return null
  if (range !== 'unicast') return `${address} is in a range (${rangeWords(range)}) that is not on the public internet`
  // beyond 2000::/3 nothing is given out (IANA IPv6 address space)
  if (parsed.kind() === 'ipv6' && (parsed as ipaddr.IPv6).parts[0]! >> 13 !== 1) return `${address} is not on the public internet`
  if (cloudOwn.has(parsed.toString())) return `${address} is a cloud's own machinery`
  return null
}

const rangeWords = (range: string): string => range.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()

/** Ports that web sites use; others below 1024 belong to other services, which must not be talked to (as in the Fetch standard's port blocking). */
const webPorts = new Set(['', '80', '443'])

/**
 * Why nothing is fetched from this address, as far as the address itself tells: its scheme, its port, a password in it, an IP address in place of a name.
 * What a name resolves to is checked when the connection is made. Null where it may be tried.
 */
export function urlRefusal(url: URL, allowed: Allowed): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `${url.protocol} addresses are not fetched, only http and https`
  if (url.username !== '' || url.password !== '') return 'an address with a name or password in it is not fetched'
  if (!webPorts.has(url.port) && Number(url.port) < 1024) return `port ${url.port} is not a web site's`
  const host = hostOf(url)
  if (host === '') return 'the address names no host'
  return ipaddr.isValid(host) ? addressRefusal(host, allowed) : null
}

/** The host without the brackets of an IPv6 address and without a final dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}
