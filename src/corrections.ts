import type { Claim, Score } from './claim.ts'
import { notComparable, sameNumber } from './corpus/comparable.ts'
import { claimModelKey, subjectKey } from './corpus/finding.ts'
import { scoreWords } from './corpus/score-words.ts'
import { correctMessage, type Fallen } from './message/corrected.ts'
import type { Message, Text } from './message/message.ts'
import { citationsOf, claimInPlace } from './storage/citations.ts'
import {
  articleStands,
  type CorrectedPost,
  changedArticles,
  citedNumbers,
  citedOf,
  claimsNow,
  comparedUpTo,
  type PostedClaim,
  postsOf,
  saveCorrections,
  setComparedUpTo,
} from './storage/corrections.ts'
import type { NewDelivery } from './storage/deliveries.ts'
import type { Finding } from './storage/findings.ts'
import { messageById } from './storage/messages.ts'
import type { Store } from './storage/store.ts'
import { newFindings } from './storage/window.ts'
import { measuredBy } from './views/digest-lines.ts'
import { factValueText } from './views/fact-text.ts'

/** Posts older than this are left as they are: nobody reads them for what holds now. */
const correctedFor = 60 * 24 * 60 * 60_000
const validFor = 24 * 60 * 60_000
const slice = 20

/**
 * Posts that no longer say what their sources say are put right: edited, and answered once in their thread. Two causes: an article that they cite changed or
 * went; or an independent measurement under the same setting differs from a posted number that nobody independent stands behind. `upTo` is the highest
 * number of an article so far, `now` epoch milliseconds.
 */
export async function queueCorrections(store: Store, now: number, upTo: number): Promise<void> {
  for (const change of await changedArticles(store, slice)) {
    const stands = await articleStands(store, change.article)
    const current = stands ? await claimsNow(store, change.article) : []
    const cited = await citedOf(store, change.article, now - correctedFor)
    const fallen = new Map(
      cited
        .filter(({ finding }) => !current.some((each) => each.finding === finding))
        .map((posted) => [posted.claim, stands ? instead(posted, cited, current) : { why: 'withdrawn' as const, now: null }]),
    )
    await saveCorrections(store, await correctedPosts(store, cited, fallen, now), change)
  }
  const compared = await comparedUpTo(store)
  if (compared === upTo) return
  if (compared !== null) {
    const measured = await newFindings(store, { by: 'seq', since: compared, upTo }, 'score', 4000)
    for (const finding of measured) if (finding.claim.claimant.kind === 'independent') await overturn(store, finding, now)
  }
  await setComparedUpTo(store, upTo)
}

/** What the changed article says in the place of a claim that is gone: the one claim on the same thing that was not posted yet. */
function instead(gone: PostedClaim, cited: PostedClaim[], current: { finding: string; claim: Claim }[]): Fallen {
  const posted = new Set(cited.map(({ finding }) => finding))
  const same = current.filter(
    ({ claim, finding }) =>
      claim.type === gone.type &&
      claimModelKey(claim) === gone.modelKey &&
      subjectKey(claim) === gone.subjectKey &&
      !posted.has(finding),
  )
  const [only] = same
  const text = only && same.length === 1 ? wordsOf(only.claim) : null
  return { why: 'changed', now: text === null ? null : { text, cite: [only!.claim.id] } }
}

function wordsOf(claim: Claim): string | null {
  if (claim.type === 'score') return `${claim.benchmark} ${scoreWords(claim)} (${measuredBy(claim)})`
  return claim.type === 'fact' ? factValueText(claim.attribute, claim.value) : null
}

/** Posted numbers of nobody independent that this measurement contradicts. */
async function overturn(store: Store, measured: Finding<Score>, now: number): Promise<void> {
  const { claim } = measured
  const cited = await citedNumbers(store, claimModelKey(claim)!, subjectKey(claim), now - correctedFor)
  const fallen = new Map<string, Fallen>()
  for (const posted of cited) {
    const known = await claimInPlace(store, posted.claim)
    if (known?.claim.type !== 'score' || known.claim.claimant.kind === 'independent' || known.claim.article === claim.article)
      continue
    if (notComparable(known.claim, claim) !== null || sameNumber(known.claim, claim)) continue
    const text = wordsOf(claim)!
    fallen.set(posted.claim, { why: 'overturned', now: { text, cite: measured.claims.slice(0, 2) } })
  }
  if (fallen.size > 0) await saveCorrections(store, await correctedPosts(store, cited, fallen, now), null)
}

/** The posts that cite what fell, put right. */
async function correctedPosts(
  store: Store,
  cited: PostedClaim[],
  fallen: ReadonlyMap<string, Fallen>,
  now: number,
): Promise<CorrectedPost[]> {
  const found: CorrectedPost[] = []
  const touched = new Set(cited.filter(({ claim }) => fallen.has(claim)).map(({ message }) => message))
  const citations = await citationsOf(
    store,
    [...fallen.values()].flatMap((each) => each.now?.cite ?? []),
  )
  for (const was of touched) {
    const posted = await messageById(store, was)
    if (!posted) continue
    const { message, lines } = correctMessage(posted, fallen, citations)
    for (const post of await postsOf(store, was)) {
      if (post.state === 'failed' || post.state === 'unknown') continue
      const queued = post.state === 'sent' && lines.length > 0 ? edits(post, message, lines, now) : []
      found.push({ delivery: post.id, was, message, queued })
    }
  }
  return found
}

type Post = Awaited<ReturnType<typeof postsOf>>[number]

/** The edit of a post, and the word about it in its thread. */
function edits(post: Post, message: Message, lines: Text[], now: number): NewDelivery[] {
  const { adapter, team, channel, thread, posted } = post
  const base = {
    schedule: null,
    slot: null,
    adapter,
    team,
    channel,
    person: null,
    state: 'pending' as const,
    about: { since: 0, upTo: 0, at: null, late: false, merged: [], asked: false },
    runAt: now,
    expiresAt: now + validFor,
    createdAt: now,
  }
  const what = JSON.stringify(lines)
  const reply: Message = {
    title: '',
    blocks: [
      { type: 'paragraph', text: [lines.length === 1 ? 'A correction to the post above:' : 'Corrections to the post above:'] },
      { type: 'list', items: lines },
    ],
    citations: message.citations,
  }
  return [
    { ...base, identity: `edit:${post.id}:${what}`, kind: 'edit', thread, edits: posted, message },
    {
      ...base,
      identity: `correction:${post.id}:${what}`,
      kind: 'correction',
      thread: thread ?? posted[0] ?? null,
      edits: null,
      message: reply,
    },
  ]
}
