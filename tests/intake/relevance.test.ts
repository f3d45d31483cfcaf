import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isEnglish } from '../../src/intake/english.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { relevanceOf } from '../../src/intake/relevance.ts'
import { read } from '../../src/reader/read.ts'

const articleOf = (text: string) => articleFromFile('text.txt', Buffer.from(text))
const judged = (text: string) => {
  const article = articleOf(text)
  return relevanceOf(article, read(article))
}

describe('what is about a launch', () => {
  test.each([
    [
      'a launch',
      'Meta launches Muse Spark\n\nMeta released Muse Spark on Wednesday. It scored 86.4% on CharXiv Reasoning and is available in the Meta AI app.',
    ],
    [
      'a price',
      'Prices fall at OpenAI\n\nOpenAI now charges $2 per million input tokens for GPT-5.4, and $8 per million output tokens, half of what it was.',
    ],
    [
      'a deprecation',
      'Goodbye, GPT-4.5\n\nOpenAI will retire GPT-4.5 from its API on July 14, 2026. Users are told to move to GPT-5.4.',
    ],
    [
      'a risk',
      'Doctors find fault with Muse Spark\n\nTesters found that Muse Spark gave harmful health advice in eleven of twenty cases. Meta said that it would look into it.',
    ],
    [
      'a test',
      'We tried three models on our own code\n\nClaude Opus 4.6 solved 41 of 60 tasks, GPT-5.4 solved 39 of 60, and Gemini 3.1 Pro solved 30. On SWE-bench Verified, Claude Opus 4.6 has 80.8%.',
    ],
  ])('%s is', (_, text) => {
    expect(judged(text)).toMatchObject({ relevant: true })
  })

  test.each([
    [
      'a story of somebody’s wedding',
      'How I planned my wedding with ChatGPT\n\nI asked ChatGPT for a guest list, and it found a venue by the lake. The cake was lovely. It cost us 4,000 dollars.',
    ],
    [
      'a laptop',
      'Apple unveils a new laptop\n\nThe laptop costs $1,299 and is available from Friday. It has a 14 inch screen, and the battery lasted 18 hours in our tests.',
    ],
    [
      'an office',
      'OpenAI signs lease for an office in Dublin\n\nOpenAI has signed a lease for a building in Dublin, where 200 people will work. The mayor welcomed the news.',
    ],
    [
      'models named in passing',
      'Using GPT-5 and Claude Opus 4.6 for my garden\n\nI tried both on my garden. They were fine and I enjoyed the talk. My roses bloomed in June.',
    ],
    [
      'a round of money',
      'Acme raises $50M for dentists\n\nAcme, which uses Claude Sonnet 4.6 under the hood, raised 50 million dollars on Tuesday. It was founded in 2024 and employs 40 people.',
    ],
    [
      'a central bank',
      'Central bank raises rates\n\nThe bank raised its rate to 4.25% on Thursday. Markets fell 1.2% after the announcement.',
    ],
    ['nothing', 'Hello\n\nHello there.'],
  ])('%s is not, and says why', (_, text) => {
    const { relevant, why } = judged(text)
    expect([relevant, why.length > 5]).toEqual([false, true])
  })
})

describe('what is English', () => {
  const long = (sentence: string) => articleOf(`Title\n\n${`${sentence} `.repeat(6)}`)
  test.each([
    [
      'English',
      'The company said on Wednesday that the new model is better than its rivals in most tests and that it will not cost more.',
      true,
    ],
    [
      'German',
      'Das Unternehmen hat am Mittwoch ein neues Modell vorgestellt, das in vielen Tests besser ist als die Konkurrenz, und es kostet nicht mehr.',
      false,
    ],
    [
      'Dutch',
      'Het bedrijf heeft woensdag een nieuw model gepresenteerd dat in veel tests beter is dan de concurrentie, en of we het kunnen gebruiken was nog niet duidelijk.',
      false,
    ],
    [
      'French',
      'La société a présenté mercredi un nouveau modèle qui est meilleur que ses concurrents dans de nombreux tests, et on peut y accéder par une interface.',
      false,
    ],
    [
      'Spanish',
      'La empresa presentó el miércoles un nuevo modelo que es mejor que sus competidores en muchas pruebas y cuesta lo mismo.',
      false,
    ],
    [
      'Italian',
      'L’azienda ha presentato mercoledì un nuovo modello che è migliore dei concorrenti in molti test, e non costa di più.',
      false,
    ],
    [
      'Portuguese',
      'A empresa apresentou na quarta-feira um novo modelo que é melhor do que os concorrentes em muitos testes e custa o mesmo.',
      false,
    ],
    [
      'Chinese',
      '该公司周三发布了一款新模型，在许多测试中都优于竞争对手，而且价格没有上涨，用户可以通过接口使用，也可以在应用程序中使用。',
      false,
    ],
    [
      'Russian',
      'Компания представила в среду новую модель, которая во многих тестах лучше конкурентов, и стоит она столько же.',
      false,
    ],
  ])('%s prose: %s', (_, sentence, english) => {
    expect(isEnglish(long(sentence))).toBe(english)
  })
  test('a table without prose counts as English', () => {
    expect(isEnglish(articleOf('Scores\n\n| Model | GPQA |\n| --- | --- |\n| GPT-5.4 | 90 |\n| Muse Spark | 89 |\n'))).toBe(true)
  })
})

const seeds = resolve(import.meta.dirname, '../../seeds')
test('of the starter corpus nearly all is launch coverage by this measure', () => {
  const files = readdirSync(seeds, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.md') && !name.endsWith('README.md'),
  )
  const found = files.map((name) => {
    const article = articleFromFile(name, readFileSync(join(seeds, name)))
    return relevanceOf(article, read(article)).relevant && isEnglish(article)
  })
  expect(found.filter(Boolean).length / found.length).toBeGreaterThan(0.9)
})

const coverage = resolve(import.meta.dirname, '../../../shared/coverage/articles')
test.skipIf(!existsSync(coverage))(
  'of other people’s launch coverage nearly all passes (skipped where the folder is absent)',
  () => {
    const found = readdirSync(coverage)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => {
        const article = articleFromFile(name, readFileSync(join(coverage, name)))
        return relevanceOf(article, read(article)).relevant && isEnglish(article)
      })
    expect(found.filter(Boolean).length / found.length).toBeGreaterThan(0.9)
  },
)
