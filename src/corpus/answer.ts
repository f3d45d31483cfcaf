import type { Attribute, Claim, Fact, Risk } from '../claim.ts'
import type { Launch } from '../launch.ts'
import { canonicalBenchmark } from '../lexicon/canonical.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import { type Finding, findingsOfModels, findingsOnSubject } from '../storage/findings.ts'
import { type ArticleLine, articlesOn, latestArticles } from '../storage/models.ts'
import { claimsOfArticles, searchArticles } from '../storage/search.ts'
import type { Store } from '../storage/store.ts'
import { bm25 } from '../summary/bm25.ts'
import { standsAlone } from '../summary/stands-alone.ts'
import { contentWords } from '../summary/words.ts'
import { type Comparison, compare } from './compare.ts'
import { factsOverAll } from './facts-over-all.ts'
import { launches } from './launches.ts'
import type { Names } from './names.ts'
import type { Question } from './question.ts'
import { type RiskEntry, riskRegister } from './risk-register.ts'
import { type Standings, standings } from './standings.ts'

/** What the corpus says to a question; every part may be empty. */
export interface Answer {
  question: Question
  facts: Finding<Fact>[]
  scores: Comparison | null
  /** Where a benchmark or a field is asked for and no model: who has what on it, kinds of claimant apart. */
  standings: Standings[]
  risks: RiskEntry[]
  /** The newest launches, where these are asked for. */
  launches: Launch[]
  /** Asked for, and stated by no article on a model that the question names. */
  blanks: { model: string; attributes: Attribute[] }[]
  /** Sentences of articles that share the question's words, best first. */
  sentences: Claim[]
  /** Articles that hold the question's words, where nothing that was read out of them answers it. */
  articles: ArticleLine[]
}

const mostArticles = 20
const mostSentences = 3
const leastShare = 0.34
/** A sentence that cannot be read alone counts for this much of one that can. */
const pointingWeight = 0.6

/** Answers from what is stored: facts and numbers of the models asked for, risks, else the sentences that fit the words best. */
export async function answer(store: Store, names: Names, question: Question): Promise<Answer> {
  const keys = question.models.map(modelKey)
  const [facts, scores, table, risks, newest] = await Promise.all([
    factsFor(store, keys, question),
    scoresFor(store, question),
    standingsFor(store, names, question),
    risksFor(store, keys, question),
    question.newest && keys.length === 0
      ? launches(store, { ...(question.vendor ? { vendor: question.vendor } : {}), limit: 5 })
      : [],
  ])
  const told = facts.length > 0 || scores !== null || table.length > 0 || risks.length > 0 || newest.length > 0
  const unknownOnly = question.models.length === 0 && question.unknownModels.length > 0
  const sentences = told || unknownOnly ? [] : await sentencesFor(store, question, keys)
  const articles = told || unknownOnly || sentences.length > 0 ? [] : await articlesFor(store, question, keys)
  return {
    question,
    facts,
    scores,
    standings: table,
    risks,
    launches: newest,
    blanks: blanksOf(question, facts),
    sentences,
    articles,
  }
}

/** What is asked of each model that has no fact here on any of it. */
function blanksOf({ models, attributes }: Question, facts: Finding<Fact>[]): Answer['blanks'] {
  if (attributes.length === 0) return []
  const told = new Set(facts.map(({ claim }) => modelKey(claim.model)))
  return models.filter((model) => !told.has(modelKey(model))).map((model) => ({ model, attributes }))
}

async function factsFor(store: Store, keys: string[], question: Question): Promise<Finding<Fact>[]> {
  const { attributes } = question
  if (attributes.length === 0) return []
  if (keys.length === 0) return question.overAll ? factsOverAll(store, question) : []
  const found = await findingsOfModels(store, keys, 'fact')
  return found.filter(({ claim }) => attributes.includes(claim.attribute))
}

async function scoresFor(store: Store, { models, benchmarks, categories }: Question): Promise<Comparison | null> {
  if (models.length === 0) return null
  if (benchmarks.length === 0 && categories.length === 0 && models.length < 2) return null
  const found = await findingsOfModels(store, models.map(modelKey), 'score')
  const wanted = new Set(benchmarks.map(benchmarkKey))
  const scores = found.filter(({ claim }) => {
    if (wanted.size > 0) return wanted.has(benchmarkKey(claim.benchmark))
    return categories.length === 0 || (categories as string[]).includes(canonicalBenchmark(claim.benchmark)?.category ?? 'other')
  })
  return scores.length > 0 ? compare(models, scores) : null
}

/** "Who is best at coding?" names no benchmark: those of the field with most numbers are meant. */
const usualBenchmarks = 2

async function standingsFor(
  store: Store,
  names: Names,
  { models, benchmarks, categories, ranks }: Question,
): Promise<Standings[]> {
  if (models.length > 0) return []
  const asked = benchmarks.length > 0 ? benchmarks : ranks ? names.benchmarksIn(categories).slice(0, usualBenchmarks) : []
  const found = await Promise.all(
    asked.map(async (name) => standings(name, await findingsOnSubject(store, 'score', benchmarkKey(name), 400))),
  )
  return found.filter(({ groups }) => groups.length > 0)
}

async function risksFor(store: Store, keys: string[], { risks }: Question): Promise<RiskEntry[]> {
  if (risks === null || keys.length === 0) return []
  const found: Finding<Risk>[] = await findingsOfModels(store, keys, 'risk', 200)
  return riskRegister(found.filter(({ claim }) => risks === 'any' || risks.includes(claim.category))).slice(0, 5)
}

/** Quotes of the best articles, ranked by BM25; one that shares too few of the question's words is no answer. */
async function sentencesFor(store: Store, question: Question, keys: string[]): Promise<Claim[]> {
  const articles = await searchArticles(store, question.words, mostArticles)
  const claims = await claimsOfArticles(store, articles)
  // a model's name is in most sentences about it: what is asked of it decides
  const asked = keys.length > 0 && question.topic.length > 0 ? question.topic : question.words
  const about = new Set(
    claims.filter(({ model }) => model !== null && keys.includes(modelKey(model))).map(({ article }) => article),
  )
  const seen = new Set<string>()
  const candidates = claims.filter((claim) => {
    const fits = keys.length === 0 || (claim.model === null ? about.has(claim.article) : keys.includes(modelKey(claim.model)))
    const fresh = !seen.has(claim.quote)
    seen.add(claim.quote)
    return fits && fresh && !claim.restated && claim.quote.length > 40 && !/\s\|\s/.test(claim.quote)
  })
  const words = candidates.map(({ quote }) => contentWords(quote))
  const wanted = new Set(asked)
  const scores = bm25(asked, words)
  return candidates
    .map((claim, index) => ({
      claim,
      score: scores[index]! * (standsAlone(claim.quote) ? 1 : pointingWeight),
      share: wanted.size === 0 ? 0 : new Set(words[index]!.filter((word) => wanted.has(word))).size / wanted.size,
    }))
    .filter(({ score, share }) => score > 0 && share >= leastShare)
    .sort((a, b) => b.score - a.score || (a.claim.id < b.claim.id ? -1 : 1))
    .slice(0, mostSentences)
    .map(({ claim }) => claim)
}

/** Articles that hold most of what is asked, in the search's own reading of words; on the models of the question, where it names any. */
async function articlesFor(store: Store, { topic }: Question, keys: string[]): Promise<ArticleLine[]> {
  const asked = [...new Set(topic)].slice(0, mostWords)
  if (asked.length < (keys.length > 0 ? 1 : 2)) return []
  const [holding, known] = await Promise.all([
    Promise.all(asked.map((word) => searchArticles(store, [word], 200))),
    keys.length > 0 ? articlesOn(store, keys, 1) : latestArticles(store, 1000),
  ])
  const hits = new Map<string, number>()
  for (const id of holding.flat()) hits.set(id, (hits.get(id) ?? 0) + 1)
  return known
    .filter(({ id }) => (hits.get(id) ?? 0) / asked.length >= mostOfWords)
    .sort((a, b) => hits.get(b.id)! - hits.get(a.id)! || b.weight - a.weight)
    .slice(0, mostSentences)
}

const mostWords = 8
const mostOfWords = 0.75
