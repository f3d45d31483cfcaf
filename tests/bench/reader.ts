import { articleFromFile } from '../../src/intake/read-file.ts'
import { read } from '../../src/reader/read.ts'

export const about = 'how many articles of 4, 40 and 400 KB one core reads a second'

/** Launch news made up by rule: names, scores, prices and doubts in the proportions of a real article, never the text of one. */
export function launchText(bytes: number): string {
  const models = ['GPT-7.1', 'Claude Opus 7.2', 'Gemini 7.1 Pro', 'Grok 7 Fast', 'Kimi K7.5', 'Qwen7-Max', 'Muse Spark']
  const tests = [
    'GPQA Diamond',
    'SWE-bench Verified',
    'MMMU-Pro',
    'AIME 2027',
    'Terminal-Bench 2.0',
    "Humanity's Last Exam",
    'BrowseComp',
  ]
  const pick = (list: readonly string[], step: number) => list[step % list.length] as string
  const parts = ['title: A model of the week\npublisher: Bench Gazette\npublished: 2027-02-03\n\n']
  let length = parts[0]!.length
  for (let step = 0; length < bytes; step++) {
    const [one, other] = [pick(models, step), pick(models, step + 3)]
    const value = (40 + ((step * 37) % 590) / 10).toFixed(1)
    const rival = (40 + ((step * 53) % 590) / 10).toFixed(1)
    const shapes = [
      `${one} scored ${value}% on ${pick(tests, step)}, ahead of ${other} at ${rival}%, according to the maker's own chart.`,
      `On ${pick(tests, step + 1)} it reached ${value}, while ${other} got ${rival}; nobody outside has repeated the run so far.`,
      `The firm asks $${1 + (step % 9)}.25 per million input tokens and $${5 + (step % 20)} per million output tokens, with a window of 400K tokens.`,
      'Early users call it quick and pleasant, but several said that it still makes up sources when a question is vague.',
      `- ${pick(tests, step + 2)}: ${value} (${other}: ${rival})`,
      'Access opens this week in the United States through the app, and other regions are to follow in the spring.',
    ]
    const sentence = pick(shapes, step * 5 + Math.floor(step / 7))
    const joint = step % 5 === 4 ? '\n\n' : ' '
    parts.push(sentence.startsWith('- ') ? `\n${sentence}\n` : sentence + joint)
    length += sentence.length + joint.length
  }
  return parts.join('')
}

interface Rate {
  bytes: number
  /** True for the first seconds of the process, while the engine still compiles: what a first start sees. A running service is past it. */
  cold: boolean
  /** A second of processor time, and a second by the clock: they differ where the machine has other work. */
  articles: number
  articlesByClock: number
  kilobytes: number
}

/** Reads one size again and again for about two seconds, after a warm-up of so many milliseconds. */
function rate(bytes: number, warmUp: number): Rate {
  const source = Buffer.from(launchText(bytes))
  const repeat = (milliseconds: number) => {
    const start = performance.now()
    const before = process.cpuUsage()
    let runs = 0
    while (performance.now() - start < milliseconds || runs < 3) {
      read(articleFromFile('bench.txt', source))
      runs++
    }
    const { user, system } = process.cpuUsage(before)
    return { byProcessor: runs / ((user + system) / 1e6), byClock: runs / ((performance.now() - start) / 1000) }
  }
  if (warmUp > 0) repeat(warmUp)
  const { byProcessor, byClock } = repeat(2000)
  return {
    bytes: source.length,
    cold: warmUp === 0,
    articles: byProcessor,
    articlesByClock: byClock,
    kilobytes: (byProcessor * source.length) / 1024,
  }
}

/** Prints how many articles of 4, 40 and 400 KB one core reads a second (intake and reader together). `json`: one JSON line. */
export async function run(json: boolean): Promise<void> {
  const rates = [rate(4 * 1024, 0), ...[4, 40, 400].map((kilobytes) => rate(kilobytes * 1024, 5000))]
  if (json) {
    console.log(JSON.stringify({ bench: 'reader', rates }))
    return
  }
  for (const { bytes, cold, articles, articlesByClock, kilobytes } of rates) {
    const size = String(Math.round(bytes / 1024)).padStart(4)
    console.log(
      `reader ${size} KB${cold ? ', at the start' : ''}: ${articles.toFixed(1)} articles a second of processor time (${articlesByClock.toFixed(1)} by the clock), ${kilobytes.toFixed(0)} KB`,
    )
  }
}
