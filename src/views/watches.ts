import type { Change, RiskItem } from '../corpus/digest-items.ts'
import { scoreWords } from '../corpus/score-words.ts'
import type { WatchNews } from '../corpus/watch-news.ts'
import { riskLabel } from '../lexicon/risk-categories.ts'
import type { Block, Draft, Text } from '../message/message.ts'
import type { Watch } from '../storage/watches.ts'
import { cited, claimantText } from './claimant-text.ts'
import { disagreementLine } from './conflicts.ts'
import { factValueText } from './fact-text.ts'

const mostLines = 6

/** What watches of one channel have to tell, one part a subject. */
export function watchView(told: { watch: Watch; news: WatchNews }[]): Draft {
  const title = `Watched: ${told.map(({ watch }) => watch.name).join(', ')}`
  const blocks = told.flatMap(({ watch, news }): Block[] => {
    const lines = linesOf(news, watch.subject === 'vendor')
    const shown = lines.slice(0, mostLines)
    return [
      ...(told.length > 1 ? [{ type: 'heading' as const, text: watch.name }] : []),
      { type: 'list', items: shown },
      ...(lines.length > shown.length
        ? [{ type: 'context' as const, text: [`${lines.length - shown.length} more not shown here.`] }]
        : []),
    ]
  })
  const [first] = told
  const about = first?.watch.subject === 'model' ? `launch ${first.watch.name}` : `latest ${first?.watch.name ?? ''}`.trim()
  return {
    title,
    blocks: [
      ...blocks,
      {
        type: 'actions',
        buttons: [
          { label: 'More', command: about },
          { label: 'Watches here', command: 'watch list' },
        ],
      },
    ],
  }
}

function linesOf({ facts, scores, firstIndependent, risks, conflicts }: WatchNews, withModel: boolean): Text[] {
  const model = (name: string): Text => (withModel ? [{ text: name, bold: true }, ', '] : [])
  return [
    ...firstIndependent.map((change): Text => [...model(change.model), ...firstIndependentText(change)]),
    ...conflicts.map((each) => disagreementLine({ ...each, sides: each.sides.slice(0, 3) }, withModel)),
    ...facts.map(({ claim, claims }): Text => {
      const under = [claim.variant, claim.condition].filter(Boolean).join(', ')
      return [
        ...model(claim.model),
        { text: claim.attribute.replace('_', ' '), bold: !withModel },
        ': ',
        cited(factValueText(claim.attribute, claim.value) + (under ? ` (${under})` : ''), claims, {}, 2),
      ]
    }),
    ...risks.map(
      ({ entry: { risk, cites }, worse }: RiskItem): Text => [
        ...model(risk.model ?? 'models in general'),
        {
          text: `${riskLabel(risk.category).toLowerCase()} risk, ${risk.severity}${worse ? ', worse than before' : ''}`,
          bold: !withModel,
        },
        ': ',
        cited(`“${risk.quote}”`, cites, {}, 2),
        ` (${risk.status})`,
      ],
    ),
    ...scores
      .filter(({ id }) => !firstIndependent.some(({ score }) => score.id === id))
      .map(
        ({ claim, claims }): Text => [
          ...model(claim.model),
          cited(`${claim.benchmark}: ${scoreWords(claim)}`, claims, {}, 2),
          ` (${claimantText(claim.claimant)})`,
        ],
      ),
  ]
}

type First = Extract<Change, { kind: 'first independent number' }>

function firstIndependentText({ score, vendor }: First): Text {
  return [
    'first independent number: ',
    cited(`${score.claim.benchmark} ${scoreWords(score.claim)}`, score.claims, {}, 2),
    ` (${claimantText(score.claim.claimant)}); until now only the vendor’s, such as `,
    cited(`${vendor.claim.benchmark} ${scoreWords(vendor.claim)}`, vendor.claims, {}, 1),
  ]
}

/** The answer in the thread of a post that had shown the vendor's numbers only. */
export function firstIndependentView(change: First): Draft {
  return {
    title: '',
    blocks: [{ type: 'paragraph', text: [{ text: change.model, bold: true }, ': ', ...firstIndependentText(change), '.'] }],
  }
}

/** A watch that was just set. */
export function watchingView(watch: Watch): Draft {
  return {
    title: '',
    blocks: [
      {
        type: 'paragraph',
        text: [
          'Watching ',
          { text: watch.name, bold: true },
          ` for ${watch.kinds.join(', ')}: this channel hears of what is new, at most one post in 15 minutes.`,
        ],
      },
      {
        type: 'actions',
        buttons: [
          { label: 'Watches here', command: 'watch list' },
          { label: 'Stop watching', command: `watch remove ${watch.name}` },
        ],
      },
    ],
  }
}

/** The watches of a channel. */
export function watchListView(watches: Watch[]): Draft {
  const title = 'Watched in this channel'
  if (watches.length === 0)
    return {
      title,
      blocks: [
        { type: 'paragraph', text: ['Nothing is watched here. For example: ', { text: '/watch add Muse Spark', code: true }] },
      ],
    }
  return {
    title,
    blocks: [
      {
        type: 'list',
        items: watches.map(
          (watch): Text => [
            { text: watch.name, bold: true },
            `: ${watch.kinds.join(', ')}${watch.state === 'paused' ? `. Paused${watch.reason ? `: ${watch.reason}` : ''}` : ''}`,
          ],
        ),
      },
    ],
  }
}
