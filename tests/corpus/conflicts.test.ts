import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.ts'
import type { Attribute, Fact, Risk } from '../../src/claim.ts'
import { disagreements, disagreementsOf } from '../../src/corpus/disagreements.ts'
import { factConflicts } from '../../src/corpus/fact-conflicts.ts'
import { valuesExclude } from '../../src/corpus/fact-values.ts'
import { isSetOlder, versionsByFamily } from '../../src/corpus/generations.ts'
import { outlookOf } from '../../src/corpus/openness.ts'
import { riskDenials } from '../../src/corpus/risk-denials.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'
import type { Finding } from '../../src/storage/findings.ts'
import { factOf, riskOf } from '../made-claims.ts'
import { corpusOf } from '../starter-corpus.ts'

let count = 0
/** A report of our own: a text, with its publisher and date where they matter. */
function report(text: string, published: string | null = '2026-05-04', model = 'GLM-5'): Article {
  count++
  const date = published === null ? '' : `published: ${published}\n`
  const header = `---\ntitle: "Report ${count}"\npublisher: Paper ${count}\n${date}models: [${model}]\n---\n`
  return articleFromFile(`report-${count}.md`, Buffer.from(`${header}${text}\n`))
}

/** What the sources disagree on, one line each: kind, about, sides. */
async function told(model: string, ...articles: Article[]): Promise<string[]> {
  const found = await disagreements(await corpusOf(articles), model)
  return found.map(({ kind, about, sides }) => `${kind}: ${about}: ${sides.map(({ text }) => text).join(' | ')}`)
}
async function reasons(model: string, ...articles: Article[]): Promise<string[]> {
  return (await disagreements(await corpusOf(articles), model)).map(({ reason }) => reason)
}

describe('numbers', () => {
  it('are in conflict where two sources give one test two values', async () => {
    expect(
      await told('GLM-5', report('GLM-5 scores 71.2% on MMMU-Pro.'), report('On MMMU-Pro GLM-5 reaches 74.9%.', '2026-05-06')),
    ).toEqual(['conflict: MMMU-Pro: 71.2% | 74.9%'])
  })

  it('say who measured where the maker and an outsider differ', async () => {
    expect(
      await reasons(
        'GLM-5',
        report('Zhipu says GLM-5 scores 71.2% on MMMU-Pro.'),
        report('Vals AI measured 66.0% for GLM-5 on MMMU-Pro.'),
      ),
    ).toEqual(["the maker's number and an outside measurement differ"])
  })

  it.each([
    ['a percent sign', 'GLM-5 scores 71.2 on MMMU-Pro.', 'GLM-5 scores 71.2% on MMMU-Pro.'],
    ['rounding', 'GLM-5 scores 71.2% on MMMU-Pro.', 'GLM-5 scores 71% on MMMU-Pro.'],
    ['a bound that holds', 'GLM-5 scores 71.2% on MMMU-Pro.', 'GLM-5 scores over 70% on MMMU-Pro.'],
    ['another test', 'GLM-5 scores 71.2% on MMMU-Pro.', 'GLM-5 scores 61.2% on MMMU.'],
  ])('agree in spite of %s', async (_, one, other) => {
    expect(await told('GLM-5', report(one), report(other))).toEqual([])
  })

  it('are not comparable where only one ran with tools', async () => {
    const found = await disagreements(
      await corpusOf([
        report("GLM-5 scores 31.0% on Humanity's Last Exam without tools."),
        report("GLM-5 scores 44.5% on Humanity's Last Exam with tools."),
      ]),
      'GLM-5',
    )
    expect(found.map(({ kind }) => kind)).toEqual(['not comparable'])
    expect(found[0]!.reason).toMatch(/tools/)
  })

  it('of one article are no disagreement between sources', async () => {
    expect(
      await told('GLM-5', report('GLM-5 scores 71.2% on MMMU-Pro. In a second run GLM-5 reached 74.9% on MMMU-Pro.')),
    ).toEqual([])
  })
})

describe('facts', () => {
  it.each([
    [
      'two licences',
      'GLM-5 is released under the MIT license.',
      'GLM-5 is released under the Apache 2.0 license.',
      'conflict: license: MIT | Apache 2.0',
    ],
    ['two sizes', 'GLM-5 has 744 billion parameters.', 'GLM-5 has 754 billion parameters.', 'conflict: parameters: 744B | 754B'],
    [
      'two release dates',
      'Zhipu released GLM-5 on 11 February 2026.',
      'Zhipu released GLM-5 on 13 February 2026.',
      'conflict: release date: 2026-02-11 | 2026-02-13',
    ],
    [
      'closed and open',
      'GLM-5 is a closed-source model.',
      'GLM-5 is an open-weights model.',
      'conflict: access: closed | open-weights',
    ],
  ])('are in conflict: %s', async (_, one, other, expected) => {
    expect(await told('GLM-5', report(one), report(other, '2026-05-05'))).toEqual([expected])
  })

  it.each([
    [
      'the licence is the same in other words',
      'GLM-5 is released under the MIT license.',
      'GLM-5 comes with a modified MIT license.',
    ],
    ['one names the month only', 'Zhipu released GLM-5 on 11 February 2026.', 'Zhipu released GLM-5 in February 2026.'],
    ['a size is rounded', 'GLM-5 has 120 billion parameters.', 'GLM-5 has 120.6 billion parameters.'],
    [
      'a context window is rounded',
      'GLM-5 has a context window of 1 million tokens.',
      'GLM-5 has a context window of 1,050,000 tokens.',
    ],
    [
      'thousands are counted in twos',
      'GLM-5 has a context window of 128,000 tokens.',
      'GLM-5 has a context window of 131,072 tokens.',
    ],
    [
      'a list of modalities stands in passing',
      'GLM-5 is multimodal and accepts text, images, audio and video.',
      'GLM-5 is good at tasks that mix text and images.',
    ],
  ])('agree where %s', async (_, one, other) => {
    expect(await told('GLM-5', report(one), report(other))).toEqual([])
  })

  it('tell an announcement from a release', async () => {
    expect(
      await told(
        'GLM-5',
        report('Zhipu unveiled GLM-5 on 9 February 2026 in a keynote.'),
        report('Zhipu released GLM-5 on 11 February 2026.', '2026-05-06'),
      ),
    ).toEqual(['not comparable: release date: 2026-02-09 (announcement) | 2026-02-11'])
  })

  it('have changed where a source a week younger gives another price', async () => {
    const cheap = 'GLM-5 costs $1 per million input tokens.'
    const dear = 'GLM-5 costs $2 per million input tokens.'
    expect(await told('GLM-5', report(cheap, '2026-05-04'), report(dear, '2026-06-04'))).toEqual([
      'changed: price input: 1 USD per 1M tokens | 2 USD per 1M tokens',
    ])
    expect(await told('GLM-5', report(cheap, '2026-05-04'), report(dear, '2026-05-06'))).toEqual([
      'conflict: price input: 1 USD per 1M tokens | 2 USD per 1M tokens',
    ])
  })

  it('count a month without its day as its last day', async () => {
    expect(
      await told(
        'GLM-5',
        report('GLM-5 costs $1 per million input tokens.', '2026-05'),
        report('GLM-5 costs $2 per million input tokens.', '2026-06-03'),
      ),
    ).toEqual(['conflict: price input: 1 USD per 1M tokens | 2 USD per 1M tokens'])
  })

  it('are in conflict where two closed lists of modalities differ', async () => {
    expect(
      await told(
        'GLM-5',
        report('GLM-5 is multimodal: it accepts text and images.'),
        report('GLM-5 accepts text, images, audio and video.', '2026-05-06'),
      ),
    ).toEqual(['conflict: modalities: text, images | text, images, audio, video'])
  })
})

describe('orders', () => {
  it('contradict each other on one test, whichever side they are told from', async () => {
    expect(
      await told('GLM-5', report('GLM-5 beats GPT-5.2 on MMMU.'), report('GPT-5.2 is ahead of GLM-5 on MMMU.', '2026-05-06')),
    ).toEqual(['conflict: who leads on MMMU, against GPT-5.2: GLM-5 ahead of GPT-5.2 | GLM-5 behind GPT-5.2'])
  })

  it.each([
    ['on two tests', 'GLM-5 beats GPT-5.2 on MMMU.', 'GLM-5 trails GPT-5.2 on BrowseComp.'],
    ['in two fields', 'GLM-5 beats GPT-5.2 in coding.', 'GLM-5 trails GPT-5.2 in mathematics.'],
    ['in general and in a field', 'GLM-5 beats GPT-5.2.', 'GLM-5 trails GPT-5.2 in mathematics.'],
    ['level and ahead in general', 'GLM-5 beats GPT-5.2.', 'GLM-5 is on par with GPT-5.2.'],
    ['ahead of a model and behind its maker’s older one', 'GLM-5 beats GPT-5.2.', 'GLM-5 trails GPT-4.1.'],
  ])('do not contradict each other %s', async (_, one, other) => {
    expect((await told('GLM-5', report(one), report(other))).filter((line) => !line.includes('measured against'))).toEqual([])
  })

  it('are contradicted by the numbers of another source', async () => {
    expect(
      await told(
        'GLM-5',
        report('GLM-5 beats GPT-5.2 on MMMU.'),
        report('On MMMU GLM-5 scores 71.2% and GPT-5.2 scores 74.9%.', '2026-05-06'),
      ),
    ).toEqual(['conflict: who leads on MMMU, against GPT-5.2: GLM-5 ahead of GPT-5.2 | GLM-5 71.2%, GPT-5.2 74.9%'])
  })

  it('disagree over who leads where one source names a maker’s newest models and another one of them', async () => {
    expect(
      await told(
        'GLM-5',
        report('Zhipu says GLM-5 surpasses the newest models of OpenAI and Google.'),
        report('GLM-5 trails GPT-5.2 on MMMU.', '2026-05-06'),
      ),
    ).toEqual(['conflict: who leads: ahead of the newest models of OpenAI | behind GPT-5.2 on MMMU'])
  })

  it('do not disagree over who leads in another field, or months later', async () => {
    const ahead = report('Zhipu says GLM-5 surpasses the newest models of OpenAI in coding.')
    expect(await told('GLM-5', ahead, report('GLM-5 trails GPT-5.2 in mathematics.'))).toEqual([])
    expect(
      await told(
        'GLM-5',
        report('Zhipu says GLM-5 surpasses the newest models of OpenAI.'),
        report('GLM-5 trails GPT-5.2 on MMMU.', '2026-09-01'),
      ),
    ).toEqual([])
  })

  it('say nothing of the newest models where the rival is a generation old', async () => {
    const found = await told(
      'GLM-5',
      report('Zhipu says GLM-5 is level with the newest models of OpenAI.'),
      report('GLM-5 beats GPT-4.1.'),
      report('GLM-5 is on par with GPT-5.2.'),
    )
    expect(found.filter((line) => line.includes('who leads'))).toEqual([])
  })
})

describe('what sources themselves do', () => {
  it('tells rivals that are a generation apart', async () => {
    expect(
      await told(
        'GLM-5',
        report('GLM-5 beats GPT-4.1. It matches Claude 3.5 Sonnet in coding.'),
        report('GLM-5 trails GPT-5.2 on MMMU and Claude Opus 4.6 on BrowseComp.', '2026-05-06'),
      ),
    ).toEqual(['conflict: which rivals it is measured against: GPT-4.1, Claude 3.5 Sonnet | GPT-5.2, Claude Opus 4.6'])
  })

  it('leaves neighbours, and sources of other times, alone', async () => {
    expect(await told('GLM-5', report('GLM-5 beats GPT-5.1.'), report('GLM-5 beats GPT-5.2.'))).toEqual([])
    expect(await told('GLM-5', report('GLM-5 beats GPT-4.1.'), report('GLM-5 beats GPT-5.2.', '2026-09-01'))).toEqual([])
  })

  it('tells two names of the lab', async () => {
    expect(
      await told(
        'Muse Spark',
        report('Meta launched Muse Spark, the first model of Meta Intelligence Labs.', '2026-05-04', 'Muse Spark'),
        report('Meta Superintelligence Labs released Muse Spark.', '2026-05-06', 'Muse Spark'),
      ),
    ).toEqual(['conflict: name of the lab: Meta Intelligence Labs | Meta Superintelligence Labs'])
  })

  it('takes a shorter form of the lab’s name for the same', async () => {
    expect(
      await told(
        'Muse Spark',
        report('Meta launched Muse Spark, the first model of Meta Frontier Labs.', '2026-05-04', 'Muse Spark'),
        report('Muse Spark comes from Meta Frontier Lab.', '2026-05-06', 'Muse Spark'),
      ),
    ).toEqual([])
  })

  it('tells an end of open releases against a hope for later ones', async () => {
    expect(
      await told(
        'Muse Spark',
        report('Muse Spark is closed: there will be no more open source from Meta.', '2026-05-04', 'Muse Spark'),
        report('Muse Spark is closed for now, but Meta says future versions may be open-sourced.', '2026-05-06', 'Muse Spark'),
      ),
    ).toEqual(['conflict: openness: open source is over | later versions may be open'])
  })
})

describe('what is known by rule', () => {
  it.each<[Attribute, string, string, boolean]>([
    ['license', 'Apache 2.0', 'Apache License 2.0', false],
    ['license', 'NVIDIA Open Model License', 'OpenMDW-1.1', true],
    ['license', 'open source', 'MIT', false],
    ['parameters', '744B total, 40B active', '40B active', false],
    ['parameters', '230B total, 10B active', '229B total, 10B active', true],
    ['parameters', '1T', '1.04T', false],
    ['parameters', '1T', '1.6T', true],
    ['parameters', '120B total, 12B active', '120.6B total, 12.7B active', false],
    ['context_window', '200000', '204800', false],
    ['context_window', '100000', '128000', true],
    ['context_window', '272000', '1050000', true],
    ['modalities', 'text, images in; text out', 'text, images', false],
    ['modalities', 'images in', 'text, images', false],
    ['modalities', 'voice, text in', 'audio, text in', false],
    ['access', 'api', 'open-weights', false],
    ['access', 'app-only', 'api', true],
    ['availability', 'US only', 'worldwide', true],
    ['availability', 'US only', 'meta.ai', false],
    ['vendor', 'Google', 'Google DeepMind', false],
    ['deprecation', 'retires on 2026-09-01', 'to be retired', false],
    ['deprecation', 'retires on 2026-09-01', 'retires on 2026-10-01', true],
    ['price_input', '2.50 USD per 1M tokens', '2.5 USD per 1M tokens', false],
  ])('%s: %s and %s', (attribute, one, other, excluded) => {
    expect(valuesExclude(attribute, one, other)).toBe(excluded)
    expect(valuesExclude(attribute, other, one)).toBe(excluded)
  })

  it.each([
    ['GPT-4.5', 'GPT-5.4', true],
    ['Claude 3.5 Sonnet', 'Claude Opus 4.6', true],
    ['Gemini 1.5 Pro', 'Gemini 3.1 Pro', true],
    ['GPT-5.2', 'GPT-5.5', false],
    ['Claude Opus 4.8', 'Claude Mythos 5', false],
    ['GPT-4.5', 'Claude Opus 6', false],
    ['Claude Opus', 'Claude Opus 4.6', false],
  ])('%s is a generation older than %s: %s', (one, other, older) => {
    expect(isSetOlder(versionsByFamily([one]), versionsByFamily([other]))).toBe(older)
    expect(isSetOlder(versionsByFamily([other]), versionsByFamily([one]))).toBe(false)
  })

  it.each([
    ['Future versions could be released under an open-source licence.', 'later versions may be open'],
    ['The maker plans to open-source later models.', 'later versions may be open'],
    ['With this launch open source is over at the lab.', 'open source is over'],
    ['There is no more open source.', 'open source is over'],
    ['If future versions become open source, developers return.', null],
    ['Whether later versions will be open is not known.', null],
    ['The earlier models were open source.', null],
  ])('the outlook in %s', (sentence, outlook) => {
    expect(outlookOf(sentence)).toBe(outlook)
  })
})

describe('several models at once', () => {
  it('gives conflicts and changes until there are enough, and leaves out what is not comparable', async () => {
    const store = await corpusOf([
      report('GLM-5 scores 71.2% on MMMU-Pro. Kimi K2.5 scores 31.0% on BrowseComp without tools.'),
      report('GLM-5 scores 74.9% on MMMU-Pro. Kimi K2.5 scores 44.5% on BrowseComp with tools.'),
    ])
    const { found, models } = await disagreementsOf(store, ['GLM-5', 'Kimi K2.5'], 10)
    expect(found.map(({ kind, model }) => `${kind} ${model}`)).toEqual(['conflict GLM-5'])
    expect(models).toEqual(['GLM-5', 'Kimi K2.5'])
    expect((await disagreementsOf(store, ['GLM-5', 'Kimi K2.5'], 1)).models).toEqual(['GLM-5'])
  })
})

describe('facts under conditions', () => {
  const finding = (fact: Fact): Finding<Fact> => ({
    id: fact.id,
    claim: fact,
    articles: 1,
    origins: 1,
    firstAt: null,
    lastAt: null,
    firstPublished: null,
    claims: [fact.id],
  })
  const lines = (...facts: Fact[]): string[] =>
    factConflicts(facts.map(finding)).map(
      ({ kind, about, sides }) => `${kind}: ${about}: ${sides.map(({ text }) => text).join(' | ')}`,
    )
  const window = (article: string, value: string, condition: string | null = null, number = '1'): Fact => ({
    ...factOf(article, 'GPT-5.4', 'context_window', value, number),
    condition,
  })
  const date = (article: string, model: string, value: string, condition: string | null = null): Fact => ({
    ...factOf(article, model, 'release_date', value),
    quote: `${model} was released on ${value}.`,
    condition,
  })

  it('are not comparable where one source gives as extended what the other gives as the standard', () => {
    expect(lines(window('a', '272000'), window('a', '1000000', 'extended', '2'), window('b', '1050000'))).toEqual([
      'not comparable: context window: 272000 | 1050000',
    ])
    expect(lines(window('a', '272000'), window('b', '1050000'))).toEqual(['conflict: context window: 272000 | 1050000'])
  })

  it('do not meet where the conditions differ', () => {
    expect(lines(window('a', '272000', 'beta'), window('b', '400000'))).toEqual([])
  })

  it('tell the date of a beta from that of the release', () => {
    expect(lines(date('a', 'Grok 4.20 Beta', '2026-03-09'), date('b', 'Grok 4.20', '2026-03-19'))).toEqual([
      'not comparable: release date: 2026-03-09 (beta) | 2026-03-19',
    ])
  })

  it('leave plans alone', () => {
    expect(lines(date('a', 'GLM-5', '2026-05-01', 'planned'), date('b', 'GLM-5', '2026-06-01'))).toEqual([])
  })

  it('allow a day more or less for a date that was worked out from the article’s own', () => {
    expect(lines(date('a', 'GLM-5', '2026-05-01', 'from "Friday"'), date('b', 'GLM-5', '2026-05-02'))).toEqual([])
    expect(lines(date('a', 'GLM-5', '2026-05-01', 'from "Friday"'), date('b', 'GLM-5', '2026-05-04'))).toEqual([
      'conflict: release date: 2026-05-01 (from "Friday") | 2026-05-04',
    ])
  })

  it('put sources of one value on one side', () => {
    const facts = [window('a', '272000'), window('b', '272000'), window('c', '400000')]
    expect(factConflicts(facts.map(finding))[0]?.sides.map(({ text, claims }) => `${text}: ${claims.length}`)).toEqual([
      '272000: 2',
      '400000: 1',
    ])
  })
})

describe('denials', () => {
  const denied = (quote: string): Finding<Risk> => {
    const risk = riskOf('a', 'GLM-5', 'privacy', 'high', 'Testers found that GLM-5 stores chats.')
    const reply = {
      kind: 'denial' as const,
      start: 0,
      end: quote.length,
      quote,
      claimant: { kind: 'vendor' as const, name: 'Z.ai' },
    }
    return {
      id: risk.id,
      claim: { ...risk, replies: [reply] },
      articles: 1,
      origins: 1,
      firstAt: null,
      lastAt: null,
      firstPublished: null,
      claims: [risk.id],
    }
  }

  it('stand against the report that they deny', () => {
    expect(riskDenials([denied('The company says no chat is stored.')])[0]?.sides.map(({ claimant }) => claimant.kind)).toEqual([
      'press',
      'vendor',
    ])
  })

  it('are none where the maker only says how much it does for safety', () => {
    expect(riskDenials([denied('The company says it is committed to safety.')])).toEqual([])
  })
})
