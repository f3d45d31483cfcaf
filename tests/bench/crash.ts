import { type CrashOptions, type CrashResult, crashRun } from '../delivery/crash-run.ts'
import { postgresPrograms, startPostgres } from '../storage/postgres-server.ts'

export const about =
  'Digests under kill -9 and lost answers: lost and doubled posts, with the outbox and with the client libraries alone'

/** One slot in each of this many channels, half Slack's, half Discord's (issue: 2,000 slots, three processes, a kill every second). */
const slots = 2000
const usual: CrashOptions = { slots, killEvery: 1000, longest: 10 * 60_000, lease: 10_000, pace: 1, seed: 20260406 }

/** Runs the crash test on each engine, where Slack's history may not be read, and with the plain client libraries beside it. `args` may name runs. */
export async function run(json: boolean, args: string[] = []): Promise<void> {
  const wanted = (name: string) => args.length === 0 || args.includes(name)
  const results: { name: string; result: CrashResult }[] = []
  const note = async (name: string, options: CrashOptions) => {
    const result = await crashRun(options)
    results.push({ name, result })
    if (!json) process.stdout.write(`${line(name, result)}\n`)
  }
  if (!json)
    process.stdout.write(
      `${slots} slots, three processes, one killed with -9 every second; posts fail 5 % before and 5 % after they are taken, 5 % with 429.\nlost: never arrived; where the history is closed these are among the unknown ones, which /digest status shows.\n\n${heading}\n`,
    )
  if (wanted('sqlite')) await note('outbox, SQLite', usual)
  if (wanted('postgres')) {
    if (postgresPrograms() === null) process.stderr.write('Postgres is left out: no server is on this machine.\n')
    else {
      const server = await startPostgres()
      try {
        await note('outbox, Postgres', { ...usual, database: server.url })
      } finally {
        await server.stop()
      }
    }
  }
  if (wanted('unreadable')) await note('outbox, SQLite, Slack’s history closed', { ...usual, slackReadable: false })
  if (wanted('calm')) await note('outbox, SQLite, nobody killed', { ...usual, killEvery: Number.MAX_SAFE_INTEGER })
  if (wanted('plain')) await note('client libraries alone', { ...usual, plain: true })
  if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
}

const heading = `${''.padEnd(40)} ${['kills', 'seconds', 'slots/s', 'lost', 'doubled Slack', 'doubled Discord', 'unknown', 'other'].map((each) => each.padStart(17)).join('')}`
function line(name: string, { kills, seconds, perSecond, lost, doubled, states }: CrashResult): string {
  const { sent: _, unknown = 0, ...others } = states
  const cells = [
    kills,
    seconds.toFixed(0),
    perSecond,
    lost.slack + lost.discord,
    doubled.slack,
    doubled.discord,
    unknown,
    JSON.stringify(others),
  ]
  return `${name.padEnd(40)} ${cells.map((each) => String(each).padStart(17)).join('')}`
}
