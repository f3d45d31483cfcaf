import type { Claim } from '../claim.ts'
import type { Added } from '../command/invocation.ts'
import type { Action, Block, Draft, Text } from '../message/message.ts'
import { asideReasons } from '../storage/set-aside.ts'

const shownEach = 3
const longestQuote = 240

const heads = { score: 'Scores', order: 'Rankings', fact: 'Facts', risk: 'Risks', statement: 'Statements' } as const

/** What was found in an article that somebody gave, or why it was kept out. */
export function addedView(added: Added): Draft {
  if (added.outcome === 'set aside') {
    return {
      title: 'Not added',
      blocks: [
        {
          type: 'paragraph',
          text: [
            { text: added.title, bold: true, url: added.url },
            ` was kept out of the corpus: ${asideReasons[added.reason]} (${added.detail.replace(/\.$/, '')}).`,
          ],
        },
      ],
    }
  }
  const { article, claims } = added
  const said = { added: 'Read and added', 'read again': 'Read again', unchanged: 'Known already, and unchanged' }[added.outcome]
  const source = [article.publisher, article.published].filter(Boolean).join(', ')
  const own = claims.filter(({ restated }) => !restated)
  const notes = article.form === 'notes' ? ' The corpus holds our own notes on it.' : ''
  const models = article.models.slice(0, 8)
  const buttons: Action[] = models
    .slice(0, 2)
    .flatMap((model) => [
      { label: `About ${model}`, command: `launch ${model}` },
      ...(own.some((claim) => claim.type === 'risk' && claim.model === model)
        ? [{ label: `Risks of ${model}`, command: `risks ${model}` }]
        : []),
    ])
  return {
    title: said,
    blocks: [
      {
        type: 'paragraph',
        text: [
          { text: article.title, bold: true, ...(article.url ? { url: article.url } : {}) },
          source ? ` (${source}).` : '.',
          notes,
        ],
      },
      {
        type: 'fields',
        fields: [
          {
            label: 'Models',
            value: [
              models.length > 0 ? models.join(', ') + (article.models.length > models.length ? ' and others' : '') : 'none named',
            ],
          },
          { label: 'Claims', value: [counted(own)] },
        ],
      },
      ...sections(own),
      ...(added.unparsed > 0
        ? [
            {
              type: 'context' as const,
              text: [`${added.unparsed} sentences with numbers could not be read for certain and are left out.`],
            },
          ]
        : []),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, buttons }] : []),
    ],
  }
}

function counted(claims: Claim[]): string {
  const parts = (Object.keys(heads) as Claim['type'][])
    .map((type) => [heads[type].toLowerCase(), claims.filter((claim) => claim.type === type).length] as const)
    .filter(([, count]) => count > 0)
    .map(([head, count]) => `${count} ${count === 1 ? head.replace(/ies$/, 'y').replace(/s$/, '') : head}`)
  return parts.length > 0 ? parts.join(', ') : 'none'
}

/** The first claims of each kind, in the article's own words. */
function sections(claims: Claim[]): Block[] {
  return (['score', 'fact', 'risk'] as const).flatMap((type): Block[] => {
    const found = claims.filter((claim) => claim.type === type)
    const shown = [...Map.groupBy(found, ({ quote }) => quote).values()].slice(0, shownEach)
    if (shown.length === 0) return []
    return [
      { type: 'heading', text: heads[type] },
      {
        type: 'list',
        items: shown.map((same): Text => {
          const quote = same[0]!.quote.replace(/\s+/g, ' ')
          return [{ text: quote.length > longestQuote ? `${quote.slice(0, longestQuote - 1)}…` : quote, cite: [same[0]!.id] }]
        }),
      },
    ]
  })
}
