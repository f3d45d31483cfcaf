import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removeArticle, saveArticles } from '../../src/storage/articles.ts'
import { firstFindings } from '../../src/storage/findings.ts'
import { corpusTables } from '../../src/storage/migrations/001-corpus.ts'
import { adapterTables } from '../../src/storage/migrations/002-adapters.ts'
import { digestTables } from '../../src/storage/migrations/003-digests.ts'
import { feedTables } from '../../src/storage/migrations/004-feeds.ts'
import { migrate } from '../../src/storage/migrations.ts'
import { freshnessOf } from '../../src/storage/models.ts'
import { newestOf, type Outlet, outlets } from '../../src/storage/outlets.ts'
import type { Store } from '../../src/storage/store.ts'
import { publisherKeysOf, supportOfPublishers } from '../../src/storage/support.ts'
import { article, claims, ready } from './contract.ts'

/** What the `support` table must hold, counted anew from the claims. */
async function recounted(store: Store, model: string | null): Promise<Map<string, unknown>> {
  const { rows } = await sql<{ key: string; claims: number; corroborated: number }>`
    select claim.publisher_key as key, count(distinct finding.id) as claims,
      count(distinct case when finding.origins > 1 then finding.id end) as corroborated
    from claim join finding on finding.id = claim.finding
    where finding.type in ('score', 'fact') and (${model ?? ''} = '' or finding.model_key = ${model ?? ''})
    group by claim.publisher_key`.execute(store.db)
  return new Map(
    rows.map(({ key, claims, corroborated }) => [
      key,
      { publisherKey: key, claims: Number(claims), corroborated: Number(corroborated) },
    ]),
  )
}

/** What is counted over a corpus and kept beside it; `openEmpty` gives a database without any table. */
export function countsContract(name: string, open: () => Promise<Store>, openEmpty: () => Promise<Store>) {
  describe(`counts on ${name}`, () => {
    let store: Store
    afterEach(() => store.close())

    describe('of a new corpus', () => {
      beforeEach(async () => {
        store = await open()
      })

      test('a publisher is borne out by what another origin states too', async () => {
        await saveArticles(store, [
          ready(article('a')),
          ready(article('b', { publisher: 'Other Daily' })),
          ready(article('c', { publisher: 'Lone Post' }), claims('c', 12)),
        ])
        const support = await supportOfPublishers(store, null)
        expect(support.get('example weekly')).toMatchObject({ claims: 2, corroborated: 2 })
        expect(support.get('lone post')).toMatchObject({ claims: 2, corroborated: 1 })
        expect((await supportOfPublishers(store, ['gpt-5.4'])).get('lone post')).toMatchObject({ claims: 1, corroborated: 1 })
        expect(await publisherKeysOf(store, ['c-1', 'gone'])).toEqual(new Map([['c-1', 'lone post']]))
      })

      test('after saves, changes and removals the count is what counting anew gives', async () => {
        await saveArticles(store, [ready(article('a')), ready(article('b', { publisher: 'Other Daily' }))])
        await saveArticles(store, [ready(article('a'), claims('a', 80)), ready(article('c', { publisher: 'Other Daily' }))])
        await removeArticle(store, 'b')
        await saveArticles(store, [ready(article('a', { publisher: 'Renamed' }), claims('a', 80))])
        for (const model of [null, 'muse-spark', 'gpt-5.4'])
          expect(await supportOfPublishers(store, model === null ? null : [model])).toEqual(await recounted(store, model))
        await removeArticle(store, 'a')
        await removeArticle(store, 'c')
        expect(await supportOfPublishers(store, null)).toEqual(new Map())
      })

      test('all that was read is counted by publisher, and the newest of each is named', async () => {
        await saveArticles(store, [
          ready(article('a')),
          ready(article('b', { published: '2026-05-01' })),
          ready(article('c', { publisher: null, published: null })),
        ])
        const expected: Outlet[] = [
          { publisher: 'Example Weekly', kind: 'news', articles: 2, copies: 0, newest: '2026-05-01' },
          { publisher: null, kind: 'news', articles: 1, copies: 0, newest: null },
        ]
        const sorted = (found: Outlet[]) => found.sort((one, other) => other.articles - one.articles)
        expect(sorted(await outlets(store, null))).toEqual(expected)
        expect(sorted(await outlets(store, ['gpt-5.4']))).toEqual(expected)
        expect(await outlets(store, ['nothing'])).toEqual([])
        expect((await newestOf(store, ['Example Weekly'], null, 5)).map(({ id }) => id)).toEqual(['b', 'a'])
        expect((await newestOf(store, ['Example Weekly'], ['muse-spark'], 1)).map(({ id, weight }) => [id, weight])).toEqual([
          ['b', 2],
        ])
        expect((await newestOf(store, null, null, 5)).map(({ id }) => id)).toEqual(['c'])
      })

      test('the first that each kind of claimant said is found, and the first grave risk', async () => {
        await saveArticles(store, [ready(article('a')), ready(article('b', { published: '2026-03-01' }), claims('b', 80))])
        const scores = await firstFindings(store, ['muse-spark', 'gpt-5.4'], 'score', {
          column: 'claimant_kind',
          of: ['vendor', 'independent'],
        })
        expect(scores.map(({ claim }) => [claim.model, claim.value]).sort()).toEqual([
          ['GPT-5.4', 82.8],
          ['Muse Spark', 80],
        ])
        const risks = { column: 'subject_key', of: ['medical', 'privacy'] } as const
        expect((await firstFindings(store, ['muse-spark'], 'risk', risks, 3)).map(({ claim }) => claim.category)).toEqual([
          'medical',
        ])
        expect(await firstFindings(store, ['muse-spark'], 'risk', risks, 4)).toEqual([])
      })

      test('what was read in all is counted anew after each change', async () => {
        expect(await freshnessOf(store, null)).toEqual({ articles: 0, origins: 0, newest: null })
        await saveArticles(store, [ready(article('a'))])
        expect(await freshnessOf(store, null)).toMatchObject({ articles: 1, newest: '2026-04-08' })
        await removeArticle(store, 'a')
        expect(await freshnessOf(store, null)).toMatchObject({ articles: 0 })
      })
    })

    test('a corpus of the version before is counted when it is opened', async () => {
      store = await openEmpty()
      const db = store.db as never
      for (const step of [corpusTables, adapterTables, digestTables, feedTables]) await step(db, store.engine)
      await sql`create table migration (version integer primary key)`.execute(store.db)
      await sql`insert into migration (version) values (1), (2), (3), (4)`.execute(store.db)
      await sql`insert into article (id, title, publisher, publisher_key, published, form, kind, models, links, text, blocks, fingerprint, origin, read_at, reader)
        values ('a', 'Title', 'Example Weekly', 'example weekly', '2026-04-08', 'article', 'news', '[]', '[]', 'Text', '[]', 'f', 'a', 0, '1')`.execute(
        store.db,
      )
      const [said] = claims('a')
      await sql`insert into claim (id, article, finding, type, model_key, subject_key, claimant_kind, rank, restated, body)
        values ('a-1', 'a', 'one', 'score', 'muse-spark', 'charxiv-reasoning', 'vendor', 0, 0, ${JSON.stringify(said)})`.execute(
        store.db,
      )
      await sql`insert into finding (id, type, model_key, subject_key, claimant_kind, rank, articles, origins, body, claims)
        values ('one', 'score', 'muse-spark', 'charxiv-reasoning', 'vendor', 0, 1, 1, ${JSON.stringify(said)}, '["a-1"]')`.execute(
        store.db,
      )
      await sql`insert into mention (article, model_key, weight, published) values ('a', 'muse-spark', 2, '2026-04-08')`.execute(
        store.db,
      )
      await migrate(store)
      expect((await supportOfPublishers(store, null)).get('example weekly')).toMatchObject({ claims: 1, corroborated: 0 })
      expect((await supportOfPublishers(store, ['muse-spark'])).get('example weekly')).toMatchObject({ claims: 1 })
      expect(await freshnessOf(store, ['muse-spark'])).toEqual({ articles: 1, origins: 1, newest: '2026-04-08' })
      expect(await publisherKeysOf(store, ['a-1'])).toEqual(new Map([['a-1', 'example weekly']]))
    })
  })
}
