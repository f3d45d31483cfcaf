import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface Ended {
  out: string
  err: string
  code: number | null
}

/** Runs the program as an operator does, with a clean environment; `input` is what a pipe sends it. */
export function launchwire(
  args: string[],
  options: { data: string; input?: string; environment?: Record<string, string> },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/start.js', ...args], {
      cwd: root,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        LAUNCHWIRE_DATA: options.data,
        NO_COLOR: '1',
        ...options.environment,
      },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ out, err, code }))
    child.stdin.end(options.input ?? '')
  })
}
