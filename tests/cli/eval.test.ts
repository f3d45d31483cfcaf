import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/eval.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'launchwire-eval-'))
  mkdirSync(join(folder, 'gold'))
  mkdirSync(join(folder, 'articles'))
  const header = 'url: unknown\ntitle: Grok 7 is here\npublisher: Bench Gazette\npublished: 2027-02-03\n\n'
  writeFileSync(join(folder, 'articles', 'a1.txt'), `${header}Grok 7 scored 81.5% on GPQA Diamond.\n`)
  const quote = 'Grok 7 scored 81.5% on GPQA Diamond.'
  const gold = {
    scores: [{ model: 'Grok 7', variant: null, benchmark: 'GPQA Diamond', value: 81.5, claimed_by: 'unstated', quote }],
    models: ['Grok 7'],
  }
  writeFileSync(join(folder, 'gold', 'a1.json'), JSON.stringify(gold))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function output(...args: string[]): Promise<string> {
  let out = ''
  const code = await run(args, { out: (text) => (out += text), err: () => {} })
  expect(code).toBe(0)
  return out
}

describe('launchwire eval', () => {
  it('reads the labelled folder with the real reader and prints its rates', async () => {
    const shown = await output(folder, '--misses')
    expect(shown).toMatch(/^a1 +1 +0 +0/m)
    expect(shown).toMatch(/^scores +1\.000/m)
  })

  it('gives the same for machines, and for the gold folder itself', async () => {
    const report = JSON.parse(await output(join(folder, 'gold'), '--json'))
    expect(report.all.scores).toEqual({ right: 1, wrong: 0, missed: 0 })
  })

  it('says what is missing', async () => {
    const io = { out: () => {}, err: () => {} }
    await expect(run([], io)).rejects.toThrow(/Name the folder/)
    await expect(run([join(folder, 'nowhere')], io)).rejects.toThrow(/does not exist/)
    await expect(run([folder, '--only', 'zz'], io)).rejects.toThrow(/holds no text/)
    writeFileSync(join(folder, 'articles', 'b1.txt'), 'Some words here.')
    writeFileSync(join(folder, 'gold', 'b1.json'), '{"scores": 3}')
    await expect(run([folder], io)).rejects.toThrow(/is no label file/)
  })
})
