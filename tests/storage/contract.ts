import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../src/article.ts'
import type { Claim } from '../../src/claim.ts'
import { prepare } from '../../src/corpus/prepare.ts'
import { corpusVersion, removeArticle, saveArticles } from '../../src/storage/articles.ts'
import { citationsOf, claimInPlace } from '../../src/storage/citations.ts'
import { benchmarksInUse, findingsOfModels, findingsOnSubject, ordersAgainst, scoresBeside } from '../../src/storage/findings.ts'
import { claimEvent, forgetOldEvents } from '../../src/storage/inbox.ts'
import { migrate } from '../../src/storage/migrations.ts'
import {
  allModels,
  articlesOn,
  freshnessOf,
  latestArticles,
  modelsOfVendor,
  newestModels,
  originsAbout,
} from '../../src/storage/models.ts'
import { savedState } from '../../src/storage/reads.ts'
import { keepKey, recallKey } from '../../src/storage/short-keys.ts'
import type { Store } from '../../src/storage/store.ts'

const text = 'Muse Spark scored 86.4 on CharXiv Reasoning, ahead of GPT-5.4 at 82.8. Testers found wrong health advice.'
export function article(id: string, change: Partial<Article> = {}): Article {
  return {
    id,
    title: 'Muse Spark is here',
    url: `https://example.com/${id}`,
    publisher: 'Example Weekly',
    author: null,
    published: '2026-04-08',
    form: 'article',
    kind: 'news',
    models: ['Muse Spark'],
    links: [],
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    fingerprint: `fingerprint of ${id}`,
    ...change,
  }
}
const base = (id: string, article: string, quote: string) => ({
  id,
  article,
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
  quote,
  claimant: { kind: 'vendor' as const, name: 'Meta' },
  restated: false,
})
export function claims(of: string, value = 86.4): Claim[] {
  const score = {
    variant: null,
    benchmark: 'CharXiv Reasoning',
    unit: 'points' as const,
    setting: {},
    approximate: false,
    bound: null,
  }
  return [
    { type: 'score', ...base(`${of}-1`, of, 'Muse Spark scored 86.4'), model: 'Muse Spark', value, ...score },
    { type: 'score', ...base(`${of}-2`, of, 'GPT-5.4 at 82.8'), model: 'GPT-5.4', value: 82.8, ...score },
    {
      type: 'order',
      ...base(`${of}-3`, of, 'ahead of GPT-5.4'),
      model: 'Muse Spark',
      variant: null,
      rival: 'GPT-5.4',
      rivalVariant: null,
      benchmark: 'CharXiv Reasoning',
      field: null,
      relation: 'ahead',
    },
    {
      type: 'risk',
      ...base(`${of}-4`, of, 'Testers found wrong health advice.'),
      model: 'Muse Spark',
      category: 'medical',
      status: 'reported by a tester',
      severity: 'high',
      rule: 'tested harm',
      replies: [],
    },
  ]
}
export const ready = (of: Article, said = claims(of.id)) =>
  prepare(
    of,
    { models: ['Muse Spark', 'GPT-5.4'], claims: said, unparsed: [{ start: 0, end: 4, quote: 'Muse', reason: 'no owner' }] },
    '1',
    1_000,
  )

/** What every engine must do; an engine's own test file adds only what is special to it. */
export function storageContract(name: string, open: () => Promise<Store>) {
  describe(`storage on ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    test('claims that say the same become one finding with all its sources', async () => {
      await saveArticles(store, [ready(article('a')), ready(article('b', { published: '2026-04-01' }))])
      const [finding, ...others] = await findingsOfModels(store, ['muse-spark'], 'score')
      expect(others).toEqual([])
      expect(finding).toMatchObject({
        articles: 2,
        origins: 2,
        claims: ['b-1', 'a-1'],
        firstAt: Date.UTC(2026, 3, 1),
        lastAt: Date.UTC(2026, 3, 8),
      })
      expect(finding!.claim).toMatchObject({ model: 'Muse Spark', value: 86.4 })
    })

    test('an article that changed takes its old claims with it', async () => {
      await saveArticles(store, [ready(article('a')), ready(article('b'))])
      await saveArticles(store, [ready(article('a'), claims('a', 80))])
      const found = await findingsOfModels(store, ['muse-spark'], 'score')
      expect(found.map(({ claim, claims }) => [claim.value, claims]).sort()).toEqual([
        [80, ['a-1']],
        [86.4, ['b-1']],
      ])
      expect(await removeArticle(store, 'b')).toBe(true)
      expect(await removeArticle(store, 'b')).toBe(false)
      expect((await findingsOfModels(store, ['muse-spark'], 'score')).map(({ claim }) => claim.value)).toEqual([80])
      expect(await freshnessOf(store, null)).toEqual({ articles: 1, origins: 1, newest: '2026-04-08' })
    })

    test('the same story is recognised by its figures and counts as one origin', async () => {
      const figures = (of: string) =>
        ['GPQA', 'MMLU', 'HumanEval', 'SWE-bench Verified'].map(
          (benchmark, index): Claim => ({
            ...(claims(of)[0] as Extract<Claim, { type: 'score' }>),
            id: `${of}-f${index}`,
            benchmark,
            value: 50 + index,
          }),
        )
      await saveArticles(store, [
        ready(article('a'), figures('a')),
        ready(article('b', { title: 'Other words' }), figures('b')),
        ready(article('c')),
      ])
      const [finding] = await findingsOnSubject(store, 'score', 'gpqa')
      expect(finding).toMatchObject({ articles: 2, origins: 1 })
      expect(await originsAbout(store, ['muse-spark'])).toEqual(new Map([['muse-spark', 2]]))
    })

    test('models are counted with what is about them and what only names them', async () => {
      await saveArticles(store, [ready(article('a')), ready(article('b', { published: null }))])
      expect(await allModels(store)).toEqual([
        {
          key: 'muse-spark',
          name: 'Muse Spark',
          vendor: 'Meta',
          articles: 2,
          topics: 2,
          first_published: '2026-04-08',
          first_at: Date.UTC(2026, 3, 8),
          last_at: Date.UTC(2026, 3, 8),
        },
        {
          key: 'gpt-5.4',
          name: 'GPT-5.4',
          vendor: 'OpenAI',
          articles: 2,
          topics: 0,
          first_published: '2026-04-08',
          first_at: Date.UTC(2026, 3, 8),
          last_at: Date.UTC(2026, 3, 8),
        },
      ])
      expect((await newestModels(store, { limit: 5 })).map(({ name }) => name)).toEqual(['Muse Spark'])
      expect((await newestModels(store, { limit: 5, vendor: 'OpenAI' })).length).toBe(0)
      expect((await modelsOfVendor(store, 'Meta', 5)).map(({ key }) => key)).toEqual(['muse-spark'])
      expect((await articlesOn(store, ['gpt-5.4'], 0)).map(({ id }) => id)).toEqual(['a', 'b'])
      expect(await articlesOn(store, ['gpt-5.4'], 2)).toEqual([])
      expect((await latestArticles(store, 1)).length).toBe(1)
    })

    test('numbers beside a model’s own, and orders against it, are found', async () => {
      await saveArticles(store, [ready(article('a'))])
      const own = await findingsOfModels(store, ['muse-spark'], 'score')
      expect((await scoresBeside(store, own)).map(({ claim }) => claim.model)).toEqual(['GPT-5.4'])
      expect((await ordersAgainst(store, 'gpt-5.4')).map(({ claim }) => claim.model)).toEqual(['Muse Spark'])
      expect(await benchmarksInUse(store)).toEqual([{ key: 'charxiv-reasoning', name: 'CharXiv Reasoning', uses: 2 }])
    })

    test('a claim leads back to its sentence and article', async () => {
      await saveArticles(store, [ready(article('a'))])
      const found = await claimInPlace(store, 'a-1')
      expect(found!.text.slice(found!.claim.start, found!.claim.end)).toBe(found!.claim.quote)
      expect((await citationsOf(store, ['a-1', 'gone']))['a-1']).toMatchObject({
        article: 'a',
        publisher: 'Example Weekly',
        form: 'article',
      })
      expect(await claimInPlace(store, 'gone')).toBeUndefined()
    })

    test('an article is known again by its id and by its text', async () => {
      await saveArticles(store, [ready(article('a'))])
      expect(await savedState(store, article('a'), '1')).toEqual({ state: 'same', id: 'a' })
      expect(await savedState(store, article('a'), '2')).toEqual({ state: 'old reader', id: 'a' })
      expect(await savedState(store, article('a', { fingerprint: 'new' }), '1')).toEqual({ state: 'changed', id: 'a' })
      expect(await savedState(store, article('x', { fingerprint: 'fingerprint of a' }), '1')).toEqual({ state: 'same', id: 'a' })
      expect(await savedState(store, article('y'), '1')).toEqual({ state: 'new', id: 'y' })
    })

    test('every change of the corpus changes its version', async () => {
      const before = await corpusVersion(store)
      await saveArticles(store, [ready(article('a'))])
      const after = await corpusVersion(store)
      await removeArticle(store, 'a')
      expect(new Set([before, after, await corpusVersion(store)]).size).toBe(3)
    })

    test('an event is claimed once, whoever asks at the same time', async () => {
      const claimed = await Promise.all(Array.from({ length: 20 }, () => claimEvent(store, 'slack:Ev1', 1_000)))
      expect(claimed.filter(Boolean).length).toBe(1)
      await forgetOldEvents(store, 1_000 + 25 * 60 * 60 * 1000)
      expect(await claimEvent(store, 'slack:Ev1', 2_000)).toBe(true)
    })

    test('a long command comes back from its short key', async () => {
      const key = await keepKey(store, 'compare a, b, c')
      expect([
        key.length,
        await keepKey(store, 'compare a, b, c'),
        await recallKey(store, key),
        await recallKey(store, 'none'),
      ]).toEqual([12, key, 'compare a, b, c', undefined])
    })

    test('a migrated database migrates again without a change, a newer one is refused', async () => {
      await migrate(store)
      await (store.db as never as { insertInto(table: string): { values(row: object): { execute(): Promise<unknown> } } })
        .insertInto('migration')
        .values({ version: 9999 })
        .execute()
      await expect(migrate(store)).rejects.toThrow(/written by a newer Launchwire \(schema 9999/)
    })
  })
}
