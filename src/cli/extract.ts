import type { Article } from '../article.ts'
import type { Claim, Reading } from '../claim.ts'
import { UserError } from '../errors.ts'
import { read } from '../reader/read.ts'
import { filesBelow, readArticle } from './files.ts'
import type { OperatorCommand } from './operator.ts'

export const extractCommand: OperatorCommand = {
  name: 'extract',
  summary: 'Shows what the reader finds in files, without touching the database.',
  usage: ['extract FILE… [--json]'],
  options: { json: { type: 'boolean', description: 'One JSON line per file' } },
  async run({ positionals, values }, system) {
    if (positionals.length === 0)
      throw new UserError('usage', 'Name the files to read, for example: launchwire extract article.md --json')
    const { files, missing } = filesBelow(positionals)
    for (const path of missing) system.err(`${path}: there is no such file or folder\n`)
    let bad = missing.length
    for (const path of files) {
      try {
        const article = readArticle(path)
        const reading = read(article)
        system.out(values.json ? `${JSON.stringify(extracted(path, article, reading))}\n` : listed(path, article, reading))
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        bad++
        system.err(`${error.message}\n`)
      }
    }
    return bad > 0 ? 1 : 0
  },
}

const span = ({ quote, start, end }: { quote: string; start: number; end: number }) => ({ quote, start, end })
/** The labels of the extract format know three claimants: what the press says itself counts as unstated. */
const claimedBy = (claim: Claim) => (claim.claimant.kind === 'press' ? 'unstated' : claim.claimant.kind)

/** One file's reading in the extract format. */
export function extracted(file: string, article: Article, reading: Reading): Record<string, unknown> {
  const of = <T extends Claim['type']>(type: T) =>
    reading.claims.filter((claim): claim is Extract<Claim, { type: T }> => claim.type === type)
  return {
    file,
    title: article.title,
    models: reading.models,
    scores: of('score').map((claim) => ({
      model: claim.model,
      variant: claim.variant,
      benchmark: claim.benchmark,
      value: claim.value,
      unit: claim.unit,
      claimedBy: claimedBy(claim),
      claimant: claim.claimant.name,
      setting: claim.setting,
      ...span(claim),
    })),
    facts: of('fact').map((claim) => ({
      model: claim.model,
      attribute: claim.attribute,
      value: claim.value,
      condition: claim.condition,
      claimedBy: claimedBy(claim),
      ...span(claim),
    })),
    risks: of('risk').map((claim) => ({
      model: claim.model,
      category: claim.category,
      status: claim.status,
      severity: claim.severity,
      rule: claim.rule,
      claimedBy: claimedBy(claim),
      ...span(claim),
    })),
    orders: of('order').map((claim) => ({
      model: claim.model,
      variant: claim.variant,
      relation: claim.relation,
      rival: claim.rival,
      benchmark: claim.benchmark,
      field: claim.field,
      claimedBy: claimedBy(claim),
      ...span(claim),
    })),
    statements: of('statement').map((claim) => ({ model: claim.model, aspect: claim.aspect, ...span(claim) })),
    unparsed: reading.unparsed.map((each) => ({ ...span(each), reason: each.reason })),
  }
}

function listed(file: string, article: Article, reading: Reading): string {
  const lines = reading.claims.map((claim) => {
    const about = { score: 'score', order: 'order', fact: 'fact', risk: 'risk', statement: 'statement' }[claim.type]
    const what =
      claim.type === 'score'
        ? `${claim.model}${claim.variant ? ` (${claim.variant})` : ''} · ${claim.benchmark} · ${claim.value}`
        : claim.type === 'fact'
          ? `${claim.model} · ${claim.attribute} · ${claim.value}`
          : claim.type === 'order'
            ? `${claim.model} ${claim.relation} ${claim.rival}${claim.benchmark ? ` · ${claim.benchmark}` : ''}`
            : claim.type === 'risk'
              ? `${claim.model ?? 'models in general'} · ${claim.category} · ${claim.severity}`
              : `${claim.model ?? ''} · ${claim.aspect}`
    return `  ${about.padEnd(10)} ${what} [${claim.claimant.name ?? claim.claimant.kind}]\n             ${claim.quote.replace(/\s+/g, ' ').slice(0, 160)}`
  })
  const unread = reading.unparsed.map(
    ({ quote, reason }) => `  unread     ${reason}: ${quote.replace(/\s+/g, ' ').slice(0, 140)}`,
  )
  return `${[`${file}: ${article.title}`, `  models     ${reading.models.join(', ')}`, ...lines, ...unread].join('\n')}\n`
}
