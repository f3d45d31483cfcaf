import { type Command, defineCommand, defineFamily, defineSubcommand } from '../../../src/command/define.ts'
import type { Caller, Choice, Invocation } from '../../../src/command/invocation.ts'
import { category, choice, flag, integer, model, models, rest, text } from '../../../src/command/options.ts'
import { parseLine } from '../../../src/command/parse-line.ts'
import { readConfig } from '../../../src/config.ts'
import { UserError } from '../../../src/errors.ts'
import type { Core } from '../../../src/invoke.ts'
import { createLog } from '../../../src/log.ts'
import type { Citation, Message } from '../../../src/message/message.ts'
import type { Store } from '../../../src/storage/store.ts'
import { errorView } from '../../../src/views/error.ts'

const never = async () => ({ title: '', blocks: [] })

/** Commands of each kind that there is, for tests that need no corpus. */
export const commands: readonly Command[] = [
  defineCommand({
    name: 'compare',
    description: 'Models side by side',
    options: { models: models({ min: 2, max: 5 }), on: category().optional() },
    examples: ['compare alpha-1 beta-2'],
    run: never,
  }),
  defineCommand({
    name: 'risks',
    description: 'Risks that are named',
    options: {
      model: model().optional(),
      severity: choice(['high', 'low'], 'How severe').optional(),
      page: integer({ min: 1, max: 99 }, 'Page').optional(),
      brief: flag('Only the headlines').optional(),
    },
    examples: ['risks alpha-1'],
    run: never,
  }),
  defineCommand({
    name: 'ask',
    description: 'A question in your own words',
    options: { question: rest('What you want to know') },
    examples: ['ask how does alpha-1 do on maths'],
    run: never,
  }),
  defineCommand({
    name: 'evidence',
    description: 'The sentence behind a claim',
    options: { claim: text('Id of the claim') },
    examples: [],
    run: never,
  }),
  defineFamily({
    name: 'digest',
    description: 'Scheduled digests',
    examples: ['digest list'],
    access: 'managers',
    subcommands: {
      list: defineSubcommand({ description: 'Lists them', options: {}, examples: ['digest list'], run: never }),
      stop: defineSubcommand({
        description: 'Stops one',
        options: { number: integer({ min: 1, max: 999 }, 'Which') },
        examples: ['digest stop 1'],
        run: never,
      }),
    },
  }),
]

export const citation = (claim: string, article: string): Citation => ({
  claim,
  article,
  title: `Report ${article}`,
  publisher: 'A Gazette',
  url: `https://example.com/${article}`,
  published: '2026-04-08',
  form: 'article',
  claimant: { kind: 'independent', name: 'A Lab' },
  quote: `Alpha-1 scored 42.8 in ${article}.`,
})

/** An answer with a bit of everything. */
export function comparison(title = 'Alpha-1 vs Beta-2'): Message {
  return {
    title,
    accent: 'Meta',
    blocks: [
      {
        type: 'paragraph',
        text: ['Of 2 shared benchmarks, ', { text: 'Alpha-1 leads on 1', bold: true, cite: ['c1', 'c2'] }, '.'],
      },
      {
        type: 'table',
        caption: 'Numbers as the sources give them',
        columns: [
          { label: 'Benchmark', align: 'left' },
          { label: 'Alpha-1', align: 'right' },
          { label: 'Beta-2', align: 'right' },
        ],
        rows: [
          [
            { text: ['MathBench'] },
            { text: [{ text: '42.8', bold: true, cite: ['c1'] }], value: 42.8 },
            { text: [{ text: '40.1', cite: ['c2'] }] },
          ],
          [
            { text: ['CodeBench'] },
            { text: [{ text: '71%', cite: ['c1'] }] },
            { text: [{ text: 'not reported', italic: true }] },
          ],
        ],
      },
      { type: 'context', text: ['Read for this: 2 articles.'] },
      {
        type: 'actions',
        buttons: [
          { label: 'Next page', command: 'risks alpha-1 page:2' },
          { label: 'Risks', command: 'risks alpha-1' },
        ],
      },
    ],
    citations: { c1: citation('c1', 'a1'), c2: citation('c2', 'a2') },
  }
}

export interface FakeCore extends Core {
  /** What was asked of it, in order. */
  asked: Invocation[]
  logged: string[]
  answerWith(answer: (invocation: Invocation) => Promise<Message> | Message): void
  suggestWith(choices: (partial: string) => Choice[]): void
}

/** A core that answers what the test says, on a real store. `environment` configures it; `now` is its clock. */
export function createFakeCore(store: Store, environment: Record<string, string>, now: () => number = Date.now): FakeCore {
  const asked: Invocation[] = []
  const logged: string[] = []
  let answer: (invocation: Invocation) => Promise<Message> | Message = ({ command }) =>
    command === 'evidence' ? { ...comparison('Evidence'), blocks: [{ type: 'quote', text: ['The sentence.'] }] } : comparison()
  let suggest = (_partial: string): Choice[] => []
  const invoke = async (invocation: Invocation): Promise<Message> => {
    asked.push(invocation)
    return answer(invocation)
  }
  return {
    commands,
    config: readConfig(environment),
    store,
    log: createLog('debug', (line) => void logged.push(line), now),
    now,
    asked,
    logged,
    invoke,
    async invokeLine(line: string, caller: Caller) {
      try {
        return await invoke({ ...parseLine(line, commands), caller })
      } catch (error) {
        if (error instanceof UserError) return errorView(error)
        throw error
      }
    },
    suggest: ({ partial }) => suggest(partial),
    answerWith(given) {
      answer = given
    },
    suggestWith(given) {
      suggest = given
    },
  }
}
