import { terminalCaller, terminalOptions } from '../adapters/terminal/listen.ts'
import { renderTerminal } from '../adapters/terminal/render.ts'
import { UserError } from '../errors.ts'
import { renderHtml } from '../message/html.ts'
import { renderMarkdown } from '../message/markdown.ts'
import type { Chart, Message } from '../message/message.ts'
import { corpusIsEmpty } from '../storage/articles.ts'
import type { System } from './operator.ts'

/** How an answer can be printed; each name beside text and json is a platform whose payload is shown. */
export const formats = ['text', 'json', 'markdown', 'html', 'slack', 'discord'] as const
export type Format = (typeof formats)[number]

/** A message in one of the formats. Renderers are loaded when asked for. */
export async function format(message: Message, line: string, as: Format, system: System): Promise<string> {
  switch (as) {
    case 'text':
      return renderTerminal(message, terminalOptions(system))
    case 'json':
      return `${JSON.stringify(message, null, 2)}\n`
    case 'markdown':
      return renderMarkdown(message)
    case 'html':
      return `${renderHtml(message, await pictures(message))}\n`
    case 'slack': {
      const { render } = await import('../adapters/slack/render.ts')
      return `${JSON.stringify(render(message, { line }), null, 2)}\n`
    }
    case 'discord': {
      const [{ render }, { keepCommands }] = await Promise.all([
        import('../adapters/discord/render.ts'),
        import('../adapters/discord/custom-id.ts'),
      ])
      const keys = await keepCommands(await system.store(), message, line)
      return `${JSON.stringify(
        render(message, { line, keys, evidence: 'evidence' }).map(({ body }) => body),
        null,
        2,
      )}\n`
    }
  }
}

/** The charts of a message as pictures inside the page. */
async function pictures(message: Message): Promise<(chart: Chart) => string> {
  const charts = message.blocks.flatMap((block) => (block.type === 'image' ? [block.chart] : []))
  const drawn = new Map<Chart, string>()
  if (charts.length > 0) {
    const { drawChart } = await import('../charts/draw.ts')
    for (const chart of charts) {
      const { png } = await drawChart(chart, { theme: 'light' })
      drawn.set(chart, `data:image/png;base64,${Buffer.from(png).toString('base64')}`)
    }
  }
  return (chart) => drawn.get(chart) ?? ''
}

/** Answers one typed command ("/compare muse-spark gpt-5.4", quoted or as words). Exit code 1 where the answer says what was wrong. */
export async function runTyped(words: string[], as: string | undefined, system: System): Promise<number> {
  const chosen = formats.find((each) => each === (as ?? 'text'))
  if (!chosen) throw new UserError('usage', `--format is one of ${formats.join(', ')}; got "${as}".`)
  if (await corpusIsEmpty(await system.store())) {
    // what reads files is loaded only where there is something to read
    const { ensureCorpus } = await import('./starter-corpus.ts')
    await ensureCorpus(system)
  }
  const core = await system.core()
  const line = words.join(' ')
  const message = await core.invokeLine(line, terminalCaller())
  const text = await format(message, line, chosen, system)
  if (message.error && chosen === 'text') system.err(text)
  else system.out(text)
  return message.error ? 1 : 0
}
