import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseFile } from '../../src/storage/database.ts'
import { launchwire } from './launchwire.ts'

const folder = mkdtempSync(join(tmpdir(), 'launchwire-cli-'))
const data = join(folder, 'data')
const texts = join(folder, 'texts')
const seeds = join(import.meta.dirname, '../../seeds')
beforeAll(async () => {
  mkdirSync(texts)
  for (const name of ['muse-spark-launch-chart-analysis.md', 'muse-spark-organic-intel.md'])
    copyFileSync(join(seeds, name), join(texts, name))
  await launchwire(['ingest', texts], { data })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('reading files into the corpus', () => {
  test('reading the same files again changes nothing, --force reads them again', async () => {
    expect((await launchwire(['ingest', texts], { data })).out).toBe('0 added, 2 unchanged.\n')
    const forced = await launchwire(['ingest', texts, '--force'], { data })
    expect(forced.out).toMatch(/^0 added, 2 read again; \d+ claims/)
    expect(forced.code).toBe(0)
  })

  test('each bad file is named with its reason, the rest is read, and the exit code says so', async () => {
    const mixed = join(folder, 'mixed')
    mkdirSync(mixed)
    writeFileSync(join(mixed, 'empty.txt'), '')
    writeFileSync(join(mixed, 'binary.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0]))
    writeFileSync(join(mixed, 'large.txt'), Buffer.alloc(50_000_000, 'a '))
    writeFileSync(
      join(mixed, 'latin1.txt'),
      Buffer.concat([Buffer.from('An article on caf'), Buffer.from([0xe9]), Buffer.from(' models.')]),
    )
    writeFileSync(
      join(mixed, 'good.txt'),
      'title: A note\npublisher: Example\n\nGPT-5.4 scored 82.8% on GPQA Diamond, according to OpenAI.\n',
    )
    const { out, err, code } = await launchwire(['ingest', mixed, join(folder, 'missing.txt')], { data: join(folder, 'other') })
    expect(code).toBe(1)
    expect(out).toMatch(/^1 added, 5 could not be read;/)
    for (const name of ['empty.txt', 'binary.txt', 'large.txt', 'latin1.txt', 'missing.txt']) expect(err).toContain(name)
    expect(err.split('\n').filter(Boolean).length).toBe(5)
    expect(err).not.toMatch(/\n\s+at /)
  }, 20_000)
})

describe('typed commands', () => {
  test('are taken quoted or as words, and answer from the corpus', async () => {
    const quoted = await launchwire(['/compare muse-spark gpt-5.4'], { data })
    const words = await launchwire(['compare', 'muse-spark', 'gpt-5.4'], { data })
    expect(quoted.code).toBe(0)
    expect(words.out).toBe(quoted.out)
    expect(quoted.out).toMatch(/CharXiv Reasoning +vendor +86\.4\[1\] +82\.8\[1\]/)
  })

  test('a pipe’s lines are answered one after the other, and the end of input ends with success', async () => {
    const { out, code } = await launchwire([], { data, input: '/risks muse-spark\n/help\n' })
    expect(code).toBe(0)
    expect(out).toMatch(/^Risks named for Muse Spark\n/)
    expect(out).toContain('/compare')
  })

  test('--format json gives the message as data, with every citation carried', async () => {
    const { out } = await launchwire(['/launch muse-spark', '--format', 'json'], { data })
    const message = JSON.parse(out) as { title: string; citations: object }
    expect(message.title).toBe('Muse Spark')
    expect(Object.keys(message.citations).length).toBeGreaterThan(3)
  })

  test.each([
    [['/launch nosuchmodel'], /No article names a model "nosuchmodel"/],
    [['/launch gpt-9'], /No article names a model "gpt-9".*Did you mean .*GPT-5\.4/],
    [['/nosuch'], /There is no command \/nosuch/],
    [['/compare muse-spark'], /one model only/],
    [['/launch'], /wants a model. Usage: \/launch MODEL/],
    [['/launch muse-spark', '--format', 'pdf'], /--format is one of/],
    [['nosuch'], /There is no "nosuch". Subcommands:/],
    [['ingest', '--nosuch'], /Unknown option '--nosuch'/],
    [['ingest'], /Name the files or folders/],
  ])('%j says in one line what to do', async (args, message) => {
    const { err, code } = await launchwire(args, { data })
    expect(code).not.toBe(0)
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('extract', () => {
  test('prints one JSON line per file, with spans that slice to their quotes, and touches no database', async () => {
    const untouched = join(folder, 'untouched')
    const file = join(texts, 'muse-spark-launch-chart-analysis.md')
    const { out, code } = await launchwire(['extract', file, '--json'], { data: untouched })
    expect(code).toBe(0)
    const lines = out.trim().split('\n')
    expect(lines.length).toBe(1)
    const found = JSON.parse(lines[0]!) as { scores: { quote: string; start: number; end: number }[]; models: string[] }
    expect(found.models).toContain('Muse Spark')
    expect(found.scores.length).toBeGreaterThan(10)
    for (const { quote, start, end } of found.scores) expect(end - start).toBe(quote.length)
    expect(() => statSync(untouched)).toThrow()
  })
})

describe('the database', () => {
  test('a data folder that cannot be made is named', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { err, code } = await launchwire(['/help'], { data: join(folder, 'file', 'data') })
    expect(code).toBe(1)
    expect(err).toMatch(/^Cannot open the database .*Check that the folder can be written/)
  })

  test('a database of a newer version is refused and left as it is', async () => {
    const newer = join(folder, 'newer')
    await launchwire(['ingest', texts], { data: newer })
    const database = new DatabaseSync(databaseFile(newer))
    database.exec('insert into migration (version) values (9999)')
    database.close()
    const { err, code } = await launchwire(['/help'], { data: newer })
    expect(code).toBe(1)
    expect(err).toMatch(/written by a newer Launchwire/)
    expect(readdirSync(newer)).toContain('launchwire.sqlite')
  })
})

test('--version tells which Launchwire and which Node', async () => {
  expect((await launchwire(['--version'], { data })).out).toMatch(/^launchwire \d+\.\d+\.\d+, Node 24\.\d+\.\d+\n$/)
})

test('help is there for everything, from the declarations', async () => {
  const all = await launchwire(['--help'], { data })
  expect(all.out).toContain('/compare')
  for (const name of ['ingest', 'extract', 'unparsed', 'eval', 'start']) {
    expect(all.out).toContain(name)
    expect((await launchwire([name, '--help'], { data })).out).toContain(`launchwire ${name}`)
  }
  expect((await launchwire(['/compare', '--help'], { data })).out).toContain('/compare MODEL1 MODEL2')
}, 20_000)

test('a wrong variable is named without its value', async () => {
  const { err, code } = await launchwire(['/help'], { data, environment: { PORT: 'hunter2', DISCORD_PUBLIC_KEY: 'hunter2' } })
  expect(code).toBe(1)
  expect(err).toMatch(/PORT .*DISCORD_PUBLIC_KEY must be 64 hexadecimal digits/)
  expect(err).not.toContain('hunter2')
})
