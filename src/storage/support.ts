import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import { slices } from './slices.ts'
import type { Store } from './store.ts'

type Db = Kysely<Tables> | Transaction<Tables>

/** Stands for all models in `support`. */
const allModels = ''

/** A number or fact that a publisher states, however often; whether an independent origin beside it states it too. */
interface Stated {
  finding: string
  publisherKey: string
  modelKey: string
  corroborated: boolean
}

/** Who states these findings, as it stands now; only numbers and facts count. Asked before and after a change, for `moveSupport`. */
export async function statedBy(db: Db, findings: string[]): Promise<Stated[]> {
  const found: Stated[] = []
  for (const slice of slices(findings, 500)) {
    const kept = await db.selectFrom('finding').select(['id', 'type', 'model_key', 'origins']).where('id', 'in', slice).execute()
    const counted = new Map(
      kept
        .filter(({ type, model_key }) => (type === 'score' || type === 'fact') && model_key !== null)
        .map((row) => [row.id, row]),
    )
    if (counted.size === 0) continue
    const rows = await db
      .selectFrom('claim')
      .select(['finding', 'publisher_key'])
      .distinct()
      .where('finding', 'in', [...counted.keys()])
      .execute()
    for (const { finding, publisher_key } of rows) {
      const { model_key, origins } = counted.get(finding)!
      found.push({ finding, publisherKey: publisher_key, modelKey: model_key!, corroborated: Number(origins) > 1 })
    }
  }
  return found
}

/** Brings each publisher's count up to date with what a change took away and what it brought. */
export async function moveSupport(db: Db, before: Stated[], after: Stated[]): Promise<void> {
  const moves = new Map<string, { publisher_key: string; model_key: string; claims: number; corroborated: number }>()
  const move = ({ publisherKey, modelKey, corroborated }: Stated, by: 1 | -1) => {
    for (const model_key of [modelKey, allModels]) {
      const key = JSON.stringify([publisherKey, model_key])
      const known = moves.get(key) ?? { publisher_key: publisherKey, model_key, claims: 0, corroborated: 0 }
      known.claims += by
      if (corroborated) known.corroborated += by
      moves.set(key, known)
    }
  }
  for (const stated of before) move(stated, -1)
  for (const stated of after) move(stated, 1)
  const rows = [...moves.values()].filter(({ claims, corroborated }) => claims !== 0 || corroborated !== 0)
  for (const slice of slices(rows, 500)) {
    await db
      .insertInto('support')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['model_key', 'publisher_key']).doUpdateSet({
          claims: sql`support.claims + excluded.claims`,
          corroborated: sql`support.corroborated + excluded.corroborated`,
        }),
      )
      .execute()
  }
  for (const { publisher_key, model_key } of rows.filter(({ claims }) => claims < 0)) {
    await db
      .deleteFrom('support')
      .where('model_key', '=', model_key)
      .where('publisher_key', '=', publisher_key)
      .where('claims', '<=', 0)
      .execute()
  }
}

export interface PublisherSupport {
  publisherKey: string
  /** Numbers and facts that it states, each once. */
  claims: number
  /** Of these, how many at least one independent origin beside it states too. */
  corroborated: number
}

/** How far what a publisher states is stated elsewhere, over all models or some. */
export async function supportOfPublishers(store: Store, modelKeys: string[] | null): Promise<Map<string, PublisherSupport>> {
  const rows = await store.db
    .selectFrom('support')
    .select(({ fn }) => [
      'publisher_key',
      fn.sum<number>('claims').as('claims'),
      fn.sum<number>('corroborated').as('corroborated'),
    ])
    .where('model_key', 'in', modelKeys ?? [allModels])
    .groupBy('publisher_key')
    .execute()
  return new Map(
    rows.map((row) => [
      row.publisher_key,
      { publisherKey: row.publisher_key, claims: Number(row.claims), corroborated: Number(row.corroborated) },
    ]),
  )
}

/** The key of the publisher of each of these claims' articles; ids that are not stored are left out. */
export async function publisherKeysOf(store: Store, claimIds: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const slice of slices(claimIds, 500)) {
    const rows = await store.db.selectFrom('claim').select(['id', 'publisher_key']).where('id', 'in', slice).execute()
    for (const { id, publisher_key } of rows) found.set(id, publisher_key)
  }
  return found
}
