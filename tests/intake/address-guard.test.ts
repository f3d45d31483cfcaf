import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressRefusal, urlRefusal } from '../../src/intake/address-guard.ts'
import { createFetch } from '../../src/intake/fetch.ts'
import { FetchFailure } from '../../src/intake/fetch-failure.ts'
import { type LocalSite, localSite } from './local-site.ts'

const guarded = { loopback: false }

/** Written out as an attacker writes them: the URL parser turns some into others. */
const refused = [
  'http://127.0.0.1/',
  'http://127.0.0.1:8080/',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.255.255.254/',
  'http://0/',
  'http://0.0.0.0/',
  'http://0.1.2.3/',
  'http://10.0.0.1/',
  'http://10.255.255.255/',
  'http://172.16.0.1/',
  'http://172.31.255.254/',
  'http://192.168.0.1/',
  'http://192.168.1.254/',
  'http://0xc0a80001/',
  'http://169.254.169.254/latest/meta-data/',
  'http://169.254.170.2/v2/credentials',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://100.64.0.1/',
  'http://100.100.100.200/latest/meta-data/',
  'http://100.127.255.254/',
  'http://168.63.129.16/machine',
  'http://192.0.0.1/',
  'http://192.0.0.192/opc/v2/instance/',
  'http://192.0.2.10/',
  'http://192.88.99.1/',
  'http://198.18.0.1/',
  'http://198.51.100.7/',
  'http://203.0.113.9/',
  'http://224.0.0.1/',
  'http://239.255.255.250/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://①②⑦.⓪.⓪.①/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]:3000/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:8.8.8.8]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::1]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:a9fe:a9fe::]/',
  'http://[2001::7f00:1]/',
  'http://[2001:db8::1]/',
  'http://[fe80::1]/',
  'http://[febf::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[100::1]/',
  'http://[4000::1]/',
  'http://[::2]/',
  'http://user:word@example.com/',
  'http://someone@example.com/',
  'http://example.com:22/',
  'http://example.com:25/',
  'https://example.com:110/',
  'ftp://example.com/a',
  'file:///etc/passwd',
  'gopher://example.com:70/_x',
  'data:text/html,hello',
  'javascript:alert(1)',
  'blob:https://example.com/1',
  'ws://example.com/',
]

const passing = [
  'http://8.8.8.8/',
  'https://1.1.1.1/',
  'https://93.184.215.14/page',
  'http://172.15.255.255/',
  'http://172.32.0.1/',
  'http://192.167.255.255/',
  'http://100.63.255.255/',
  'http://169.253.255.255/',
  'https://[2606:4700:4700::1111]/',
  'https://[2a00:1450:4001:81b::200e]/',
  'https://example.com/a?b=c#d',
  'http://example.com:8080/feed',
]

describe('what an address alone tells', () => {
  test('the table holds at least 60 addresses that are refused and 10 that pass', () => {
    expect([refused.length >= 60, passing.length >= 10]).toEqual([true, true])
  })
  test.each(refused)('%s is refused', (address) => {
    expect(urlRefusal(new URL(address), guarded)).toBeTypeOf('string')
  })
  test.each(passing)('%s passes', (address) => {
    expect(urlRefusal(new URL(address), guarded)).toBeNull()
  })
  test('loopback passes where that is allowed, and nothing else does then', () => {
    const open = { loopback: true }
    expect(['127.0.0.1', '::1', '127.8.8.8'].map((address) => addressRefusal(address, open))).toEqual([null, null, null])
    for (const address of ['10.0.0.1', '169.254.169.254', '0.0.0.0', '::ffff:127.0.0.1', 'fd00::1', '192.168.0.1'])
      expect(addressRefusal(address, open), address).toBeTypeOf('string')
  })
  test('what is no IP address is refused', () => {
    expect([addressRefusal('', guarded), addressRefusal('localhost', guarded)].map((each) => typeof each)).toEqual([
      'string',
      'string',
    ])
  })
})

/** A resolver that answers from a list, each question with the next entry. */
const resolver = (answers: string[][]): LookupFunction & { asked: number } => {
  const lookup: LookupFunction = (_, options, callback) => {
    const found = answers[Math.min(state.asked++, answers.length - 1)]!.map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    if (options.all) callback(null, found)
    else callback(null, found[0]!.address, found[0]!.family)
  }
  const state = Object.assign(lookup, { asked: 0 })
  return state
}
const failureOf = async (work: Promise<unknown>): Promise<FetchFailure> => {
  const error = await work.then(
    () => new Error('it was fetched'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof FetchFailure) return error
  throw error
}

describe('what a name leads to', () => {
  const names: [string, string[]][] = [
    ['a name of this machine', ['127.0.0.1']],
    ['a name of a private network', ['10.1.2.3']],
    ['a name of the cloud’s metadata', ['169.254.169.254']],
    ['a name with a mapped address', ['::ffff:127.0.0.1']],
    ['a name with a NAT64 address of this machine', ['64:ff9b::7f00:1']],
    ['a name with private addresses of both families', ['fd12::1', '192.168.1.1']],
    ['a name without any address', []],
  ]
  test.each(names)('%s is refused before anything is sent', async (_, addresses) => {
    const fetch = createFetch({ userAgent: 'test', allowed: guarded, now: Date.now, lookup: resolver([addresses]) })
    const failure = await failureOf(fetch('http://feeds.example/', 'page'))
    expect([failure.kind, failure.message]).toEqual(['refused', expect.stringContaining('feeds.example leads to')])
    await fetch.close()
  })

  test('localhost and its kin are refused by what they resolve to', async () => {
    const fetch = createFetch({ userAgent: 'test', allowed: guarded, now: Date.now })
    expect((await failureOf(fetch('http://localhost:3000/', 'page'))).kind).toBe('refused')
    await fetch.close()
  })
})

describe('redirects and names that change', () => {
  let site: LocalSite
  beforeAll(async () => {
    site = await localSite((request, response) => {
      const path = request.url ?? ''
      const chain = /^\/chain\/(\d+)/.exec(path)
      if (chain) {
        const left = Number(chain[1])
        response.writeHead(302, { location: left > 1 ? `/chain/${left - 1}` : '/end' }).end()
      } else if (path.startsWith('/to?')) response.writeHead(301, { location: decodeURIComponent(path.slice(4)) }).end()
      else if (path.startsWith('/twice?')) response.writeHead(307, { location: `/to?${path.slice(7)}` }).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html><body>here</body></html>')
    })
  })
  afterAll(() => site.close())
  const open = () => createFetch({ userAgent: 'test', allowed: { loopback: true }, now: Date.now })

  const targets = [
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://0x0a000001/',
    'http://192.168.1.1:8080/',
    'http://[fd00::1]/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'http://a:b@127.0.0.1/',
    'http://127.0.0.1:22/',
    'http://0.0.0.0/',
    'http://',
  ]
  test.each(targets)('a redirect to %s is refused, and one behind another redirect too', async (target) => {
    const fetch = open()
    const before = site.asked.length
    expect((await failureOf(fetch(`${site.origin}/to?${encodeURIComponent(target)}`, 'page'))).kind).toBe('refused')
    expect((await failureOf(fetch(`${site.origin}/twice?${encodeURIComponent(target)}`, 'page'))).kind).toBe('refused')
    expect(site.asked.length - before).toBe(3)
    await fetch.close()
  })

  test('five redirects are followed, the sixth is not', async () => {
    const fetch = open()
    for (const hops of [0, 1, 2, 3, 4, 5]) {
      const fetched = await fetch(hops === 0 ? `${site.origin}/end` : `${site.origin}/chain/${hops}`, 'page')
      expect([fetched.url, fetched.text.includes('here')]).toEqual([`${site.origin}/end`, true])
    }
    const failure = await failureOf(fetch(`${site.origin}/chain/6`, 'page'))
    expect([failure.kind, failure.message]).toEqual(['refused', expect.stringContaining('more than 5 times')])
    await fetch.close()
  })

  test('each address on the way is shown to the caller before it is asked', async () => {
    const fetch = open()
    const seen: string[] = []
    await fetch(`${site.origin}/chain/2`, 'page', undefined, async (url) => void seen.push(url.pathname))
    expect(seen).toEqual(['/chain/2', '/chain/1', '/end'])
    await fetch.close()
  })

  test('a name that changes its address between two looks is judged by the one that is connected to', async () => {
    const rebinding = resolver([['127.0.0.1'], ['10.0.0.1']])
    const fetch = createFetch({ userAgent: 'test', allowed: { loopback: true }, now: Date.now, lookup: rebinding })
    await fetch(`http://changing.example:${site.port}/end`, 'page')
    expect(rebinding.asked).toBe(1)
    expect((await failureOf(fetch(`http://changing.example:${site.port}/end`, 'page'))).kind).toBe('refused')
    await fetch.close()
  })

  test('of a name’s several addresses only those that pass are connected to', async () => {
    const mixed = resolver([['10.0.0.1', '127.0.0.1']])
    const fetch = createFetch({ userAgent: 'test', allowed: { loopback: true }, now: Date.now, lookup: mixed })
    expect((await fetch(`http://mixed.example:${site.port}/end`, 'page')).status).toBe(200)
    await fetch.close()
  })
})
