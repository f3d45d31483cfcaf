import type { Article } from '../../src/article.ts'
import type { Claim, Reading } from '../../src/claim.ts'
import { benchmarks } from '../../src/lexicon/benchmarks.ts'

/** A small repeatable random source (mulberry32): the same seed gives the same corpus on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const lines = [
  'GPT-',
  'Claude Opus ',
  'Claude Sonnet ',
  'Gemini Pro ',
  'Grok ',
  'Llama ',
  'Kimi K',
  'GLM-',
  'MiniMax-M',
  'Nemotron ',
]
/** 400 model names over ten lines: as many as a few years of launches bring. */
export const modelNames = lines.flatMap((line) =>
  Array.from({ length: 40 }, (_, index) => `${line}${Math.floor(index / 10) + 3}.${index % 10}`),
)
const words =
  'release model team score result price token window context code agent vision health safety report claim vendor tester market access weight licence speed cost memory tool chart image audio video language reasoning benchmark failure limit growth launch preview update customer developer enterprise policy research data training review'.split(
    ' ',
  )
const publishers = Array.from({ length: 300 }, (_, index) => `Outlet ${index}`)
const risks = ['privacy', 'safety', 'reliability', 'security', 'lock_in', 'unverified_claims'] as const

/**
 * The n-th generated article with its reading: about 4 KB of text, one model it is about and three rivals, ten scores, five facts, two risks, two
 * statements, one order. The claims are made with the text, so that the corpus is measured and not the reader (which has a bench of its own).
 */
export function generated(index: number): { article: Article; reading: Reading } {
  const next = random(index + 1)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  // newer models get more coverage, as in life
  const topic = modelNames[Math.floor(next() ** 1.5 * modelNames.length)]!
  const models = [topic, pick(modelNames), pick(modelNames), pick(modelNames)]
  const id = `g${index.toString(36).padStart(8, '0')}`
  const claims: Claim[] = []
  let text = ''
  const say = (sentence: string): { start: number; end: number; quote: string } => {
    const start = text.length
    text += `${sentence} `
    return { start, end: start + sentence.length, quote: sentence }
  }
  const filler = (count: number) => Array.from({ length: count }, () => pick(words)).join(' ')
  const base = () => ({ id: `${id}${claims.length.toString(36).padStart(3, '0')}`, article: id, restated: false })
  const vendor = { kind: 'vendor' as const, name: null }
  for (let at = 0; at < 10; at++) {
    const model = models[at % 4]!
    // a few benchmarks are in every article, most are rare
    const benchmark = benchmarks[Math.floor(next() ** 3 * benchmarks.length)]!.name
    // a model has one number on a benchmark that most articles repeat, and sometimes another
    const steady = random([...`${model}${benchmark}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7))()
    const value = Math.round((20 + steady * 75 + (next() < 0.1 ? next() * 3 : 0)) * 10) / 10
    const claimant = next() < 0.7 ? vendor : { kind: 'independent' as const, name: `Lab ${Math.floor(next() * 5)}` }
    claims.push({
      ...base(),
      type: 'score',
      ...say(`${model} reached ${value} on ${benchmark}, says the ${filler(8)}.`),
      claimant,
      model,
      variant: null,
      benchmark,
      value,
      unit: 'points',
      setting: {},
      approximate: false,
      bound: null,
    })
  }
  const price = `${1 + (modelNames.indexOf(topic) % 7)} USD per 1M tokens`
  const facts = [
    ['price_input', price],
    ['context_window', '400000'],
    ['access', 'api'],
    ['release_date', '2026-05-05'],
    ['availability', pick(['the API', 'the app', 'all paid plans'])],
  ] as const
  for (const [attribute, value] of facts) {
    claims.push({
      ...base(),
      type: 'fact',
      ...say(`On ${attribute.replace('_', ' ')} the maker of ${topic} states ${value}; ${filler(10)}.`),
      claimant: vendor,
      model: topic,
      variant: null,
      attribute,
      value,
      condition: null,
    })
  }
  for (let at = 0; at < 2; at++) {
    const category = pick(risks)
    claims.push({
      ...base(),
      type: 'risk',
      ...say(`${topic} raises a concern of ${category}: ${filler(12)}.`),
      claimant: { kind: 'press', name: null },
      model: topic,
      category,
      status: 'raised as a concern',
      severity: pick(['high', 'medium', 'low']),
      rule: 'generated',
      replies: [],
    })
    claims.push({
      ...base(),
      type: 'statement',
      ...say(`${topic} is a model that ${filler(14)}.`),
      claimant: { kind: 'press', name: null },
      model: topic,
      aspect: at === 0 ? 'what' : 'performance',
      weight: Math.round(next() * 100) / 100,
    })
  }
  claims.push({
    ...base(),
    type: 'order',
    ...say(`${topic} trails ${models[1]} on ${benchmarks[0]!.name}.`),
    claimant: vendor,
    model: topic,
    variant: null,
    rival: models[1]!,
    rivalVariant: null,
    benchmark: benchmarks[0]!.name,
    field: null,
    relation: 'behind',
  })
  while (text.length < 4000) say(`${filler(14)}.`)
  const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(next() * 880) * 86_400_000).toISOString().slice(0, 10)
  const article: Article = {
    id,
    title: `${topic}: ${filler(6)}`,
    url: `https://example.com/${id}`,
    publisher: pick(publishers),
    author: null,
    published: day,
    form: 'article',
    kind: 'news',
    models: [topic],
    links: [],
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    fingerprint: id,
  }
  return { article, reading: { models, claims, unparsed: [] } }
}
