import { versionChanges } from '../corpus/version-changes.ts'
import { UserError } from '../errors.ts'
import { claimsOf } from '../storage/article-look-up.ts'
import { changedArticles, versionsOf } from '../storage/article-versions.ts'
import { latestArticles } from '../storage/models.ts'
import { type AsideReason, asideList, asideReasons } from '../storage/set-aside.ts'
import type { OperatorCommand, System } from './operator.ts'

export const articlesCommand: OperatorCommand = {
  name: 'articles',
  summary:
    'The articles that were read, newest first; with --set-aside those that were kept out and why, with --changed those whose text changed.',
  usage: ['articles [--limit N]', 'articles --set-aside [--reason REASON]', 'articles --changed [ID]'],
  options: {
    'set-aside': { type: 'boolean', description: 'What was kept out of the corpus, and why' },
    reason: { type: 'string', description: `Only one reason: ${Object.keys(asideReasons).join(', ')}`, value: 'REASON' },
    changed: { type: 'boolean', description: 'Articles whose text changed; with an id, which claims went and which came' },
    limit: { type: 'string', description: 'How many (default 50)', value: 'N' },
  },
  async run({ positionals, values }, system) {
    const limit = limitOf(values.limit)
    if (values.changed) return showChanged(positionals[0], limit, system)
    if (values['set-aside'] || values.reason !== undefined) return showAside(values.reason, limit, system)
    const articles = await latestArticles(await system.store(), limit)
    for (const { id, published, publisher, title, url } of articles)
      system.out(
        `${published ?? 'undated   '}  ${id}  ${publisher ?? 'Publisher unknown'}: ${title}${url ? `\n            ${url}` : ''}\n`,
      )
    if (articles.length === 0) system.err('No article was read yet.\n')
    return 0
  },
}

function limitOf(typed: string | boolean | undefined): number {
  if (typed === undefined) return 50
  const limit = Number(typed)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100_000)
    throw new UserError('usage', `--limit is a whole number from 1 to 100000; got "${typed}".`)
  return limit
}

async function showAside(reason: string | boolean | undefined, limit: number, system: System): Promise<number> {
  if (reason !== undefined && !Object.hasOwn(asideReasons, String(reason)))
    throw new UserError('usage', `--reason is one of ${Object.keys(asideReasons).join(', ')}; got "${reason}".`)
  const found = await asideList(await system.store(), limit, reason as AsideReason | undefined)
  for (const { at, title, address, reason, detail } of found)
    system.out(
      `${new Date(at).toISOString().slice(0, 10)}  ${asideReasons[reason]}: ${title}\n            ${detail}${address ? `\n            ${address}` : ''}\n`,
    )
  if (found.length === 0) system.err('Nothing was kept aside.\n')
  return 0
}

async function showChanged(id: string | undefined, limit: number, system: System): Promise<number> {
  const store = await system.store()
  if (id === undefined) {
    const found = await changedArticles(store, limit)
    for (const { at, id, title, url, versions } of found)
      system.out(
        `${new Date(at).toISOString().slice(0, 10)}  ${id}  ${title} (${versions} earlier)${url ? `\n            ${url}` : ''}\n`,
      )
    if (found.length === 0) system.err('No article has changed.\n')
    return 0
  }
  const versions = await versionsOf(store, id)
  if (versions.length === 0)
    throw new UserError(
      'not_found',
      `No earlier version of ${id} is kept. launchwire articles --changed lists those that changed.`,
    )
  let after = await claimsOf(store, id)
  for (const version of versions) {
    system.out(`Changed ${new Date(version.replacedAt).toISOString()}: ${version.title}\n`)
    const { gone, come } = versionChanges(version.claims, after)
    for (const { type, quote } of gone) system.out(`  - ${type}: ${quote.replace(/\s+/g, ' ')}\n`)
    for (const { type, quote } of come) system.out(`  + ${type}: ${quote.replace(/\s+/g, ' ')}\n`)
    if (gone.length + come.length === 0) system.out('  its claims stayed the same\n')
    after = version.claims
  }
  return 0
}
