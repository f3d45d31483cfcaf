import type { Store } from './store.ts'

/** The channels of a workspace in which a person has set up digests that are not removed, at most `limit`. */
export async function channelsOfOwner(
  store: Store,
  { adapter, team, owner }: { adapter: string; team: string | null; owner: string },
  limit: number,
): Promise<string[]> {
  const rows = await store.db
    .selectFrom('schedule')
    .select('channel')
    .distinct()
    .where('adapter', '=', adapter)
    .where('team', team === null ? 'is' : '=', team)
    .where('owner', '=', owner)
    .where('state', '!=', 'removed')
    .orderBy('channel')
    .limit(limit)
    .execute()
  return rows.map(({ channel }) => channel)
}
