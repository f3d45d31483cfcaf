import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { UserError } from '../errors.ts'
import { read } from '../reader/read.ts'
import { evaluate, type LabelledText } from './eval-counts.ts'
import { goldSchema } from './eval-labels.ts'
import { missesText, reportText } from './eval-report.ts'
import { readArticle } from './files.ts'
import type { OperatorCommand } from './operator.ts'

export const evalCommand: OperatorCommand = {
  name: 'eval',
  summary: 'Measures the reader against labelled texts: precision, recall and F1 with their intervals.',
  usage: ['eval DIR [--only IDS] [--misses] [--json]'],
  options: {
    only: { type: 'string', description: 'Only the texts whose names start so, separated by commas', value: 'IDS' },
    misses: { type: 'boolean', description: 'Also lists what was read wrongly or not at all' },
    json: { type: 'boolean', description: 'For machines' },
  },
  async run({ positionals, values }, system) {
    return measure(
      {
        folder: positionals[0],
        only: values.only as string | undefined,
        misses: values.misses === true,
        json: values.json === true,
      },
      system,
    )
  },
}

/**
 * The same from bare arguments: `DIR [--only IDS] [--misses] [--json]`. Gives the exit code.
 * @throws UserError where DIR holds no labelled texts.
 */
export async function run(args: string[], io: { out(text: string): void; err(text: string): void }): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { only: { type: 'string' }, misses: { type: 'boolean' }, json: { type: 'boolean' } },
  })
  return measure({ folder: positionals[0], only: values.only, misses: values.misses === true, json: values.json === true }, io)
}

interface Wanted {
  folder: string | undefined
  only: string | undefined
  misses: boolean
  json: boolean
}

function measure({ folder, only, misses, json }: Wanted, io: { out(text: string): void }): number {
  if (folder === undefined)
    throw new UserError('usage', 'Name the folder of labelled texts, for example: launchwire eval ../coverage --misses')
  const report = evaluate(labelledTexts(folder, only?.split(',')), read)
  if (json) {
    io.out(`${JSON.stringify(report)}\n`)
    return 0
  }
  if (misses && report.misses.length > 0) io.out(`${missesText(report)}\n\n`)
  io.out(`${reportText(report)}\n`)
  return 0
}

/**
 * The labelled texts of a folder: `articles/ID.*` with `gold/ID.json` beside it. The gold folder itself may be named too.
 * @throws UserError that says what is missing or which label file does not have the form.
 */
export function labelledTexts(folder: string, only?: string[]): LabelledText[] {
  const root = basename(folder) === 'gold' && !existsSync(join(folder, 'gold')) ? join(folder, '..') : folder
  const goldFolder = join(root, 'gold')
  const articleFolder = join(root, 'articles')
  for (const wanted of [goldFolder, articleFolder]) {
    if (!existsSync(wanted))
      throw new UserError(
        'not_found',
        `${wanted} does not exist. A labelled set is a folder with articles/ID.txt and gold/ID.json.`,
      )
  }
  const files = new Map(readdirSync(articleFolder).map((file) => [file.replace(/\.[^.]+$/, ''), join(articleFolder, file)]))
  const texts: LabelledText[] = []
  for (const file of readdirSync(goldFolder).sort()) {
    const id = file.replace(/\.json$/, '')
    const path = files.get(id)
    if (!file.endsWith('.json') || path === undefined || (only !== undefined && !only.some((start) => id.startsWith(start))))
      continue
    texts.push({ id, article: readArticle(path), gold: labels(join(goldFolder, file)) })
  }
  if (texts.length === 0)
    throw new UserError('not_found', `${root} holds no text with labels${only === undefined ? '' : ` named ${only.join(', ')}`}.`)
  return texts
}

function labels(path: string) {
  try {
    return goldSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new UserError(
      'bad_input',
      `${path} is no label file: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`,
      { cause: error },
    )
  }
}
