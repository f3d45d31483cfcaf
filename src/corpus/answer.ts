import type { Claim, Fact, Risk, Score } from '../claim.ts'
import { canonicalBenchmark } from '../lexicon/canonical.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import { type Finding, findingsOfModels, findingsOnSubject } from '../storage/findings.ts'
import { claimsOfArticles, searchArticles } from '../storage/search.ts'
import type { Store } from '../storage/store.ts'
import { bm25 } from '../summary/bm25.ts'
import { contentWords } from '../summary/words.ts'
import { type Comparison, compare } from './compare.ts'
import type { Question } from './question.ts'
import { type RiskEntry, riskRegister } from './risk-register.ts'

/** What the corpus says to a question; every part may be empty. */
export interface Answer {
  question: Question
  facts: Finding<Fact>[]
  scores: Comparison | null
  risks: RiskEntry[]
  /** Sentences of articles that share the question's words, best first. */
  sentences: Claim[]
}

const mostArticles = 20
const mostSentences = 3
const leastShare = 0.34

/** Answers from what is stored: facts and numbers of the models asked for, risks, else the sentences that fit the words best. */
export async function answer(store: Store, question: Question): Promise<Answer> {
  const keys = question.models.map(modelKey)
  const [facts, scores, risks] = await Promise.all([
    factsFor(store, keys, question),
    scoresFor(store, question),
    risksFor(store, keys, question),
  ])
  const told = facts.length > 0 || scores !== null || risks.length > 0
  const unknownOnly = question.models.length === 0 && question.unknownModels.length > 0
  const sentences = told || unknownOnly ? [] : await sentencesFor(store, question, keys)
  return { question, facts, scores, risks, sentences }
}

async function factsFor(store: Store, keys: string[], { attributes }: Question): Promise<Finding<Fact>[]> {
  if (keys.length === 0 || attributes.length === 0) return []
  const found = await findingsOfModels(store, keys, 'fact')
  return found.filter(({ claim }) => attributes.includes(claim.attribute))
}

async function scoresFor(store: Store, { models, benchmarks, categories }: Question): Promise<Comparison | null> {
  if (models.length > 0) {
    if (benchmarks.length === 0 && categories.length === 0 && models.length < 2) return null
    const found = await findingsOfModels(store, models.map(modelKey), 'score')
    const wanted = new Set(benchmarks.map(benchmarkKey))
    const scores = found.filter(({ claim }) => {
      if (wanted.size > 0) return wanted.has(benchmarkKey(claim.benchmark))
      return (
        categories.length === 0 || (categories as string[]).includes(canonicalBenchmark(claim.benchmark)?.category ?? 'other')
      )
    })
    return scores.length > 0 ? compare(models, scores) : null
  }
  if (benchmarks.length === 0) return null
  const found = (await Promise.all(benchmarks.map((name) => findingsOnSubject(store, 'score', benchmarkKey(name), 400)))).flat()
  const best = topModels(found)
  return best.length > 0 ? compare(best, found) : null
}

const mostModels = 5

/** The models with the best numbers, where a question names a benchmark and no model. */
function topModels(scores: Finding<Score>[]): string[] {
  const sorted = [...scores].sort((a, b) => {
    const lower = canonicalBenchmark(a.claim.benchmark)?.direction === 'lower' ? -1 : 1
    return lower * (b.claim.value - a.claim.value) || (a.id < b.id ? -1 : 1)
  })
  return [...new Set(sorted.map(({ claim }) => claim.model))].slice(0, mostModels)
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
  const seen = new Set<string>()
  const candidates = claims.filter((claim) => {
    const fits = keys.length === 0 || (claim.model !== null && keys.includes(modelKey(claim.model)))
    const fresh = !seen.has(claim.quote)
    seen.add(claim.quote)
    return fits && fresh && !claim.restated && claim.quote.length > 40
  })
  const words = candidates.map(({ quote }) => contentWords(quote))
  const wanted = new Set(question.words)
  const scores = bm25(question.words, words)
  return candidates
    .map((claim, index) => ({
      claim,
      score: scores[index]!,
      share: wanted.size === 0 ? 0 : new Set(words[index]!.filter((word) => wanted.has(word))).size / wanted.size,
    }))
    .filter(({ score, share }) => score > 0 && share >= leastShare)
    .sort((a, b) => b.score - a.score || (a.claim.id < b.claim.id ? -1 : 1))
    .slice(0, mostSentences)
    .map(({ claim }) => claim)
}
