import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const sources = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
)
const text = (file: string) => readFileSync(join(root, file), 'utf8')

/** What a file imports: packages by name, our own files by their path from the root. Imports of types alone bind nothing at run time. */
function imports(file: string, options: { types: boolean }): string[] {
  const found: string[] = []
  for (const match of text(file).matchAll(
    /^(import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import\s+'([^']+)'/gm,
  )) {
    if (match[2] && !options.types) continue
    const target = match[3] ?? match[4] ?? match[5]!
    found.push(target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target)
  }
  return found
}
const room = (file: string): string =>
  file.startsWith('commands/') ? 'commands' : (/^src\/([^/]+)(?:\/|\.ts$)/.exec(file)?.[1] ?? file)

/** Who may import whom, from the top down. A room may import those on lower lines, and its own line's only where it is itself. */
const floors: string[][] = [
  ['main'],
  ['cli'],
  ['adapters'],
  ['poll-loop'],
  ['poll'],
  ['gather'],
  ['digest'],
  ['ingest', 'invoke', 'corrections', 'watch'],
  ['commands'],
  ['views', 'charts'],
  ['command'],
  ['delivery'],
  ['corpus', 'schedule'],
  ['summary'],
  ['storage'],
  ['intake', 'reader'],
  ['lexicon'],
  ['message'],
  ['article', 'claim', 'launch'],
  ['config', 'log', 'check'],
  ['errors', 'secret'],
]
const floorOf = (name: string): number => floors.findIndex((floor) => floor.includes(name))

test('every file stands in a room of the plan', () => {
  expect(sources.filter((file) => floorOf(room(file)) < 0)).toEqual([])
})

test('imports point downward only', () => {
  const upward = sources.flatMap((file) =>
    imports(file, { types: false })
      .filter((target) => target.startsWith('src/') || target.startsWith('commands/'))
      .filter((target) => room(target) !== room(file) && floorOf(room(target)) <= floorOf(room(file)))
      .map((target) => `${file} → ${target}`),
  )
  expect(upward).toEqual([])
})

test('adapters never import each other', () => {
  const adapterOf = (file: string) => /^src\/adapters\/([^/]+)\//.exec(file)?.[1]
  const crossing = sources.flatMap((file) => {
    const own = adapterOf(file)
    return own
      ? imports(file, { types: true }).filter((target) => adapterOf(target) !== undefined && adapterOf(target) !== own)
      : []
  })
  expect(crossing).toEqual([])
})

const owners: [RegExp, string][] = [
  [/^@slack\//, 'src/adapters/slack/'],
  [/^(discord\.js|@discordjs\/|discord-api-types)/, 'src/adapters/discord/'],
  [/^(kysely|pg|node:sqlite)$/, 'src/storage/'],
]
test.each(owners)('%s is imported in its own room only', (packages, home) => {
  const strays = sources.filter(
    (file) => !file.startsWith(home) && imports(file, { types: false }).some((target) => packages.test(target)),
  )
  expect(strays).toEqual([])
})

test('no code outside an adapter branches on a platform’s name', () => {
  const branching = sources.filter(
    (file) =>
      !file.startsWith('src/adapters/') &&
      /[!=]==?\s*'(?:slack|discord|terminal)'|case '(?:slack|discord|terminal)'/.test(text(file)),
  )
  // the operator's command line shows a platform's payload when asked for it by name
  expect(branching.filter((file) => !file.startsWith('src/cli/'))).toEqual([])
})

test('there are no barrels and no junk drawers', () => {
  const barrels = sources.filter((file) => /^export (\*|\{[^}]*\}) from/m.test(text(file)))
  const drawers = sources.filter((file) =>
    /(^|[/-])(utils?|helpers?|managers?|services?|shared|common|base)(\.ts|\/|-)/.test(file),
  )
  expect({ barrels, drawers }).toEqual({ barrels: [], drawers: [] })
})

test('every command’s file is on the list of commands', () => {
  const list = text('commands/index.ts')
  const missing = readdirSync(join(root, 'commands')).filter((name) => name !== 'index.ts' && !list.includes(`'./${name}'`))
  expect(missing).toEqual([])
})

test('no file is longer than 300 lines, data and limits excepted', () => {
  const data = /^src\/lexicon\/|\/limits\.ts$/
  const long = sources.filter((file) => !data.test(file) && text(file).split('\n').length > 300)
  expect(long).toEqual([])
})
