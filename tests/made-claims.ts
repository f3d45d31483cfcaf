import type { Article } from '../src/article.ts'
import type { Attribute, Claimant, Fact, Risk, RiskCategory, Score, Severity } from '../src/claim.ts'

/** An article of our own making; what it says is in its claims. */
export function articleOf(id: string, change: Partial<Article> = {}): Article {
  return {
    id,
    title: 'An article',
    url: `https://example.com/${id}`,
    publisher: `Publisher of ${id}`,
    author: null,
    published: '2026-04-03',
    form: 'article',
    kind: 'news',
    models: [],
    links: [],
    text: `The text of ${id}.`,
    blocks: [],
    fingerprint: `fingerprint of ${id}`,
    ...change,
  }
}

const vendors: Claimant = { kind: 'vendor', name: null }
const base = (article: string, number: string, quote: string, claimant: Claimant = vendors) => ({
  id: `${article}-${number}`,
  article,
  start: 0,
  end: quote.length,
  quote,
  claimant,
  restated: false,
})

export const scoreOf = (
  article: string,
  model: string,
  benchmark: string,
  value: number,
  claimant: Claimant = vendors,
  number = '1',
): Score => ({
  type: 'score',
  ...base(article, number, `${model} scores ${value} on ${benchmark}`, claimant),
  model,
  variant: null,
  benchmark,
  value,
  unit: '%',
  setting: {},
  approximate: false,
  bound: null,
})

export const factOf = (article: string, model: string, attribute: Attribute, value: string, number = '2'): Fact => ({
  type: 'fact',
  ...base(article, number, `${model}: ${attribute} is ${value}`),
  model,
  variant: null,
  attribute,
  value,
  condition: null,
})

export const riskOf = (
  article: string,
  model: string,
  category: RiskCategory,
  severity: Severity,
  quote: string,
  number = '3',
): Risk => ({
  type: 'risk',
  ...base(article, number, quote, { kind: 'press', name: null }),
  model,
  category,
  status: 'reported by a tester',
  severity,
  rule: 'a rule',
  replies: [],
})
