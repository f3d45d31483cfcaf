import type { Article } from '../article.ts'
import { UserError } from '../errors.ts'
import { ingest } from '../ingest.ts'
import { filesBelow, readArticle } from './files.ts'
import type { OperatorCommand, System } from './operator.ts'
import { createProgress } from './progress.ts'

export const ingestCommand: OperatorCommand = {
  name: 'ingest',
  summary: 'Reads articles from files or folders into the corpus (.txt, .md, .html). A file that was read stays as it is.',
  usage: ['ingest PATH… [--force]'],
  options: { force: { type: 'boolean', description: 'Read again what was read before' } },
  async run({ positionals, values }, system) {
    if (positionals.length === 0)
      throw new UserError('usage', 'Name the files or folders to read, for example: launchwire ingest articles/')
    const { files, missing } = filesBelow(positionals)
    for (const path of missing) system.err(`${path}: there is no such file or folder\n`)
    if (files.length === 0 && missing.length === 0) system.err('There is no .txt, .md or .html file there.\n')
    const counts = await ingestFiles(files, system, { force: values.force === true })
    const bad = counts.bad + missing.length
    system.out(summary(counts, bad))
    return bad > 0 ? 1 : system.stop.aborted ? 130 : 0
  },
}

interface Counts {
  added: number
  again: number
  unchanged: number
  bad: number
  claims: number
  unparsed: number
}

/** Reads files into the corpus, names the bad ones and goes on. Stops between two batches when asked to: what was read is safe. */
export async function ingestFiles(files: string[], system: System, options: { force?: boolean }): Promise<Counts> {
  const store = await system.store()
  const counts: Counts = { added: 0, again: 0, unchanged: 0, bad: 0, claims: 0, unparsed: 0 }
  const progress = createProgress(files.length, 'articles', system)
  function* articles(): Generator<Article> {
    for (const path of files) {
      try {
        yield readArticle(path)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        counts.bad++
        progress.note(`${error.message}\n`)
        progress.step()
      }
    }
  }
  await ingest(store, articles(), {
    ...options,
    now: system.now,
    stopped: () => system.stop.aborted,
    onEach: (_, { outcome, reading }) => {
      if (outcome === 'added') counts.added++
      else if (outcome === 'read again') counts.again++
      else counts.unchanged++
      counts.claims += reading?.claims.length ?? 0
      counts.unparsed += reading?.unparsed.length ?? 0
      progress.step()
    },
  })
  progress.end()
  return counts
}

function summary({ added, again, unchanged, claims, unparsed }: Counts, bad: number): string {
  const parts = [
    `${added} added`,
    again > 0 ? `${again} read again` : '',
    unchanged > 0 ? `${unchanged} unchanged` : '',
    bad > 0 ? `${bad} could not be read` : '',
  ]
  const said =
    added + again > 0
      ? `; ${claims} claims${unparsed > 0 ? `, ${unparsed} sentences with numbers left unread (launchwire unparsed)` : ''}`
      : ''
  return `${parts.filter(Boolean).join(', ')}${said}.\n`
}
