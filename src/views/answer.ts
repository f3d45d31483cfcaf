import type { Attribute, ClaimantKind } from '../claim.ts'
import type { Answer } from '../corpus/answer.ts'
import type { Question } from '../corpus/question.ts'
import { scoreWords } from '../corpus/score-words.ts'
import type { Standing } from '../corpus/standings.ts'
import type { Block, Draft, Text } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited } from './claimant-text.ts'
import { factLabel, factNoun, factValueText } from './fact-text.ts'
import { freshnessLine } from './freshness.ts'
import { launchLine } from './latest.ts'
import { riskLine } from './risks.ts'

const mostNumbers = 10

/** Which models a list over all of them is about. */
function conditionWords({ open, closed, leastContext }: Question): string {
  const kind = closed ? 'closed models ' : open ? 'open models ' : 'models '
  return leastContext === null ? kind : `${kind}with a context window of ${leastContext.toLocaleString('en-US')} tokens or more `
}

/** What the corpus says to a question; where it says nothing, that, and what is nearest. */
export function answerView(answer: Answer, freshness: Freshness, nearest: string[]): Draft {
  const { question, facts, scores, standings, risks, launches, sentences, articles } = answer
  const blocks: Block[] = []
  if (facts.length > 0) {
    if (question.models.length === 0)
      blocks.push({
        type: 'paragraph',
        text: [
          `${overAllLabel(facts.map(({ claim }) => claim.attribute))}, over all ${conditionWords(question)}of which it is stated:`,
        ],
      })
    blocks.push({
      type: 'list',
      items: facts
        .slice(0, mostNumbers)
        .map(
          ({ claim, claims }): Text => [
            { text: `${claim.model}, ${factLabel(claim.attribute).toLowerCase()}`, bold: true },
            ': ',
            cited(factValueText(claim.attribute, claim.value) + (claim.condition ? ` (${claim.condition})` : ''), claims),
          ],
        ),
    })
  }
  if (facts.length > mostNumbers) blocks.push({ type: 'context', text: [`${facts.length - mostNumbers} more are not shown.`] })
  if (launches.length > 0) blocks.push({ type: 'list', items: launches.map(launchLine) })
  if (scores) {
    const items = scores.rows.slice(0, mostNumbers).map(
      (row): Text => [
        { text: row.benchmark, bold: true },
        ` (${row.by === 'independent' ? (row.byName ?? 'independent') : row.by}): `,
        ...scores.models.flatMap((model, index): Text => {
          const cell = row.cells[index]!
          if (cell.length === 0) return []
          return [
            `${model} `,
            ...cell.flatMap((entry, at): Text => [at > 0 ? ', ' : '', cited(scoreWords(entry.score), entry.cites)]),
            '; ',
          ]
        }),
      ],
    )
    blocks.push({ type: 'list', items: items.map(withoutLastMark) })
    if (scores.rows.length > mostNumbers)
      blocks.push({ type: 'context', text: [`${scores.rows.length - mostNumbers} more rows: ask /compare.`] })
  }
  for (const { benchmark, groups, lowerIsBetter } of standings)
    blocks.push(
      { type: 'heading', text: `${benchmark}, ${lowerIsBetter ? 'lowest' : 'highest'} first` },
      { type: 'list', items: groups.map(({ by, standings }) => standingLine(by, standings)) },
    )
  if (risks.length > 0) blocks.push({ type: 'list', items: risks.map((entry) => riskLine(entry, question.models.length !== 1)) })
  const unsaid = unsaidLines(answer, freshness)
  if (unsaid.length > 0) blocks.push({ type: 'paragraph', text: [unsaid.join(' ')] })
  if (sentences.length > 0) {
    blocks.push(
      { type: 'paragraph', text: ['The nearest statements in the corpus:'] },
      { type: 'list', items: sentences.map((claim): Text => [cited(`“${claim.quote}”`, [claim.id])]) },
    )
  }
  if (articles.length > 0)
    blocks.push(
      { type: 'paragraph', text: ['No sentence that was read out answers this, but these articles hold its words:'] },
      {
        type: 'list',
        items: articles.map(
          ({ title, url, publisher, published }): Text => [
            url ? { text: title, url } : title,
            ` — ${publisher ?? 'publisher unknown'}, ${published ?? 'undated'}`,
          ],
        ),
      },
    )
  const about = question.models.join(' or ') || (launches.length > 0 && question.vendor) || 'all models'
  if (blocks.length === 0) blocks.push({ type: 'paragraph', text: [notThere(answer, nearest)] })
  else if (question.unknownModels.length > 0)
    blocks.push({ type: 'context', text: [`No article names ${question.unknownModels.join(' or ')}.`] })
  blocks.push(freshnessLine(freshness, about), { type: 'actions', buttons: buttons(answer, nearest) })
  return { title: question.text, blocks }
}

/** What a list over all models is of: "Licence or access". */
const overAllLabel = (attributes: Attribute[]): string =>
  [...new Set(attributes)].map((each, at) => (at === 0 ? factLabel(each) : factLabel(each).toLowerCase())).join(' or ')

const kindLabels: Record<ClaimantKind, string> = {
  independent: 'Independent numbers',
  vendor: 'Vendors’ own numbers',
  press: 'No tester named',
  unstated: 'No tester named',
}
const mostStanding = 5

/** The first of one list of a benchmark: a model stands once. */
function standingLine(by: ClaimantKind, standings: Standing[]): Text {
  const first = [...Map.groupBy(standings, ({ score }) => score.model).values()].map(([best]) => best!).slice(0, mostStanding)
  return [
    { text: kindLabels[by], bold: true },
    ': ',
    ...first.flatMap(
      ({ score, claims }, at): Text => [
        at > 0 ? '; ' : '',
        `${score.model} `,
        cited(scoreWords(score), claims),
        by === 'independent' && score.claimant.name ? ` by ${score.claimant.name}` : '',
      ],
    ),
  ]
}

/** What was asked for and is not there, in words: a blank is an answer too. */
function unsaidLines({ question, risks, blanks, sentences }: Answer, { articles }: Freshness): string[] {
  const lines = blanks.map(
    ({ model, attributes }) =>
      `${sentences.length > 0 ? 'No' : 'Not in the corpus: no'} article on ${model} was read to state its ${attributes.map(factNoun).join(' or ')}.`,
  )
  if (question.risks !== null && question.models.length > 0 && risks.length === 0) {
    const read = articles === 1 ? '1 article' : `${articles} articles`
    lines.push(
      `No ${question.risks === 'any' ? '' : 'such '}risk of ${question.models.join(' or ')} is named in ${read}. That is not the same as no risk.`,
    )
  }
  return lines
}

function withoutLastMark(text: Text): Text {
  return text.at(-1) === '; ' ? text.slice(0, -1) : text
}

function notThere({ question }: Answer, nearest: string[]): string {
  const near = nearest.length > 0 ? ` Nearest: ${nearest.join(', ')}.` : ''
  if (question.models.length === 0 && question.unknownModels.length > 0)
    return `Not in the corpus: no article names ${question.unknownModels.join(' or ')}.${near}`
  if (question.models.length > 0) return `Not in the corpus: no article on ${question.models.join(' or ')} says that.${near}`
  return `Not in the corpus: nothing that was read answers this.${near}`
}

function buttons({ question, standings }: Answer, nearest: string[]): { label: string; command: string }[] {
  const { models } = question
  return [
    ...(models.length >= 2 ? [{ label: 'Compare in full', command: `compare ${models.slice(0, 5).join(', ')}` }] : []),
    ...standings.map(({ benchmark }) => ({ label: `All of ${benchmark}`, command: `benchmark ${benchmark}` })),
    ...models.slice(0, 2).map((model) => ({ label: `About ${model}`, command: `launch ${model}` })),
    ...(models.length === 0 ? nearest.slice(0, 3).map((model) => ({ label: `About ${model}`, command: `launch ${model}` })) : []),
  ]
}
