import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Score } from '../../src/claim.ts'
import { readConfig } from '../../src/config.ts'
import { compare } from '../../src/corpus/compare.ts'
import { createNames } from '../../src/corpus/names.ts'
import { type Core, createCore } from '../../src/invoke.ts'
import { modelKey } from '../../src/lexicon/keys.ts'
import { createLog } from '../../src/log.ts'
import { numberCitations } from '../../src/message/citations.ts'
import { read } from '../../src/reader/read.ts'
import { claimInPlace } from '../../src/storage/citations.ts'
import { findingsOfModels } from '../../src/storage/findings.ts'
import { allModels } from '../../src/storage/models.ts'
import type { Store } from '../../src/storage/store.ts'
import { corpusOf, seed, seedNames } from '../starter-corpus.ts'

let store: Store
let core: Core
const logged: string[] = []
beforeAll(async () => {
  store = await corpusOf()
  const log = createLog(
    'warn',
    (line) => void logged.push(line),
    () => 0,
  )
  core = createCore({
    commands,
    config: readConfig({}),
    store,
    names: await createNames(store),
    log,
    now: () => Date.UTC(2026, 6, 6),
  })
}, 60_000)
afterAll(() => store.close())

const caller = { adapter: 'test', team: null, channel: null, person: null, manager: true, zone: null }

test('the corpus has at least 60 reports on at least 25 launches', async () => {
  const about = (await allModels(store)).filter(({ topics }) => topics > 0)
  expect(seedNames.length).toBeGreaterThanOrEqual(60)
  expect(about.length).toBeGreaterThanOrEqual(25)
})

test('in every comparison of two models each number stands in each sentence that it cites, and kinds of claimant are never mixed', async () => {
  const models = (await allModels(store)).map(({ name }) => name)
  const scoresOf = new Map(
    await Promise.all(models.map(async (name) => [name, await findingsOfModels(store, [modelKey(name)], 'score')] as const)),
  )
  const withScores = models.filter((name) => scoresOf.get(name)!.length > 0)
  const places = new Map<string, NonNullable<Awaited<ReturnType<typeof claimInPlace>>>>()
  for (const findings of scoresOf.values()) {
    for (const { claims } of findings)
      for (const id of claims) if (!places.has(id)) places.set(id, (await claimInPlace(store, id))!)
  }
  let cells = 0
  const wrong: string[] = []
  for (const [at, left] of withScores.entries()) {
    for (const right of withScores.slice(at + 1)) {
      const comparison = compare([left, right], [...scoresOf.get(left)!, ...scoresOf.get(right)!])
      for (const row of comparison.rows) {
        for (const [index, cell] of row.cells.entries()) {
          for (const entry of cell) {
            for (const id of entry.cites) {
              cells++
              const { claim, text } = places.get(id)! as { claim: Score; text: string }
              const kind = claim.claimant.kind === 'press' ? 'unstated' : claim.claimant.kind
              const fits =
                text.slice(claim.start, claim.end) === claim.quote &&
                numbersIn(claim.quote).has(claim.value) &&
                claim.benchmark === entry.score.benchmark &&
                modelKey(claim.model) === modelKey(comparison.models[index]!) &&
                (kind === row.by || kind === 'unstated')
              if (!fits) wrong.push(`${left} / ${right}: ${row.benchmark} ${claim.value} (${row.by}, ${kind}) ← ${claim.quote}`)
            }
          }
        }
      }
    }
  }
  expect(cells).toBeGreaterThan(10_000)
  expect(wrong.slice(0, 5)).toEqual([])
}, 60_000)

function numbersIn(quote: string): Set<number> {
  return new Set((quote.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(',', ''))))
}

test('every command’s example is answered, with every citation carried', async () => {
  for (const command of commands) {
    const examples = 'run' in command ? command.examples : Object.values(command.subcommands).flatMap(({ examples }) => examples)
    for (const example of examples.filter((line) => !/^(add|feeds|digest|watch)\b/.test(line))) {
      const message = await core.invokeLine(example, caller)
      expect(message.error, `${example}: ${JSON.stringify(message.blocks[0])}`).toBeUndefined()
      expect(() => numberCitations(message)).not.toThrow()
    }
  }
  expect(logged).toEqual([])
})

test('the same command on the same corpus gives the same bytes', async () => {
  const again = await corpusOf()
  const log = createLog(
    'silent',
    () => {},
    () => 0,
  )
  const second = createCore({
    commands,
    config: readConfig({}),
    store: again,
    names: await createNames(again),
    log,
    now: () => Date.UTC(2026, 6, 6),
  })
  for (const line of [
    'launch muse-spark',
    'compare muse-spark gpt-5.4',
    'risks',
    'conflicts',
    'latest',
    'ask which models are open weights?',
  ]) {
    expect(JSON.stringify(await second.invokeLine(line, caller))).toBe(JSON.stringify(await core.invokeLine(line, caller)))
  }
  await again.close()
}, 60_000)

const sheets = join(import.meta.dirname, '../../../shared/launches')
describe.skipIf(!existsSync(sheets))(
  `each report against its fact sheet${existsSync(sheets) ? '' : ' (skipped: the sheets are not here)'}`,
  () => {
    interface Sheet {
      facts: { statement: string; claimed_by: string }[]
    }
    const named = seedNames.filter((name) => existsSync(join(sheets, `${name}.json`)))

    test('the reader finds nine in ten of the benchmark numbers that the sheets state, and none that they do not', () => {
      let wanted = 0
      let found = 0
      const strange: string[] = []
      for (const name of named) {
        const { facts } = JSON.parse(readFileSync(join(sheets, `${name}.json`), 'utf8')) as Sheet
        const all = numbersIn(facts.map(({ statement }) => statement).join(' '))
        const { claims } = read(seed(name))
        const scores = claims.filter((claim) => claim.type === 'score')
        for (const score of scores)
          if (!all.has(score.value)) strange.push(`${name}: ${score.model} ${score.benchmark} ${score.value}`)
        // a sheet's own statements, read by the same reader, name the numbers that a report must give too
        const values = new Set(scores.map(({ value }) => value))
        for (const { statement } of facts) {
          const stated = read({
            ...seed(name),
            id: 's',
            title: '',
            text: statement,
            blocks: [{ kind: 'paragraph', start: 0, end: statement.length }],
          })
          for (const claim of stated.claims) {
            if (claim.type !== 'score') continue
            wanted++
            if (values.has(claim.value)) found++
          }
        }
      }
      expect(strange).toEqual([])
      expect(wanted).toBeGreaterThan(200)
      expect(found / wanted).toBeGreaterThan(0.9)
    }, 60_000)
  },
)
