import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchwire } from './launchwire.ts'

const folder = mkdtempSync(join(tmpdir(), 'launchwire-interrupted-'))
const texts = join(folder, 'texts')
const data = join(folder, 'data')
const amount = 400
beforeAll(() => {
  mkdirSync(texts)
  for (let number = 0; number < amount; number++)
    writeFileSync(
      join(texts, `note-${String(number).padStart(4, '0')}.txt`),
      `title: Note ${number}\n\nGPT-5.4 scored ${number % 90}.5% on GPQA Diamond in run ${number}, according to OpenAI.\n`,
    )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an import that is stopped by Ctrl-C keeps what it read, says so by its exit code, and goes on where it stopped', async () => {
  const child = spawn(process.execPath, ['src/start.js', 'ingest', texts, '--data', data], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').once('data', () => child.kill('SIGINT'))
  const code = await new Promise((resolve) => child.on('close', resolve))
  const read = Number(/^(\d+) added/.exec(out)?.[1])
  expect(code).toBe(130)
  expect(read).toBeGreaterThanOrEqual(amount / 4)
  expect(read).toBeLessThan(amount)
  const again = await launchwire(['ingest', texts], { data })
  expect([again.code, again.out]).toEqual([0, expect.stringMatching(new RegExp(`^${amount - read} added, ${read} unchanged;`))])
}, 60_000)
