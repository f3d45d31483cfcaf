import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../src/secret.ts'

const home = '/usr/lib/postgresql'

/** The newest server's programs on this machine, or null where there are none. */
export function postgresPrograms(): string | null {
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : []
  const folder = versions.map((version) => join(home, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
  return folder ?? null
}

/** A private cluster in a folder of its own, reached by a socket in that folder only. `stop` ends and removes it. */
export async function startPostgres(): Promise<{ url: Secret; stop(): Promise<void> }> {
  const programs = postgresPrograms()
  if (!programs) throw new Error('there is no Postgres server on this machine')
  const folder = mkdtempSync(join(tmpdir(), 'launchwire-pg-'))
  // the server refuses to run as root: there it runs as the user that its package made
  const root = userInfo().uid === 0
  // not every PATH of root's holds /usr/sbin
  const runuser = '/usr/sbin/runuser'
  const as = (program: string, args: string[]): [string, string[]] =>
    root ? [existsSync(runuser) ? runuser : 'runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args]
  if (root) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const [init, initArgs] = as(join(programs, 'initdb'), [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'launchwire',
    '-E',
    'UTF8',
    '--no-sync',
  ])
  execFileSync(init, initArgs, { stdio: 'pipe', cwd: folder })
  const [serve, serveArgs] = as(join(programs, 'postgres'), [
    '-D',
    data,
    '-k',
    folder,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
    '-c',
    'max_connections=100',
  ])
  const server = spawn(serve, serveArgs, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(said)))
  })
  return {
    url: new Secret(`postgres://launchwire@/postgres?host=${encodeURIComponent(folder)}`),
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      const [stop, stopArgs] = as(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'])
      execFileSync(stop, stopArgs, { stdio: 'pipe', cwd: folder })
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
