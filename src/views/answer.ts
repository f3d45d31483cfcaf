import type { Answer } from '../corpus/answer.ts'
import { scoreWords } from '../corpus/score-words.ts'
import type { Block, Draft, Text } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited } from './claimant-text.ts'
import { factLabel, factValueText } from './fact-text.ts'
import { freshnessLine } from './freshness.ts'
import { riskLine } from './risks.ts'

const mostNumbers = 10

/** What the corpus says to a question; where it says nothing, that, and what is nearest. */
export function answerView(answer: Answer, freshness: Freshness, nearest: string[]): Draft {
  const { question, facts, scores, risks, sentences } = answer
  const blocks: Block[] = []
  if (facts.length > 0) {
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
  if (risks.length > 0) blocks.push({ type: 'list', items: risks.map((entry) => riskLine(entry, question.models.length !== 1)) })
  if (sentences.length > 0) {
    blocks.push(
      { type: 'paragraph', text: ['The nearest statements in the corpus:'] },
      { type: 'list', items: sentences.map((claim): Text => [cited(`“${claim.quote}”`, [claim.id])]) },
    )
  }
  const about = question.models.join(' or ') || 'all models'
  if (blocks.length === 0) blocks.push({ type: 'paragraph', text: [notThere(answer, nearest)] })
  else if (question.unknownModels.length > 0)
    blocks.push({ type: 'context', text: [`No article names ${question.unknownModels.join(' or ')}.`] })
  blocks.push(freshnessLine(freshness, about), { type: 'actions', buttons: buttons(answer, nearest) })
  return { title: question.text, blocks }
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

function buttons({ question, scores }: Answer, nearest: string[]): { label: string; command: string }[] {
  const { models } = question
  return [
    ...(models.length >= 2 ? [{ label: 'Compare in full', command: `compare ${models.slice(0, 5).join(', ')}` }] : []),
    ...(models.length < 2 && scores && scores.models.length >= 2
      ? [{ label: 'Compare these', command: `compare ${scores.models.join(', ')}` }]
      : []),
    ...models.slice(0, 2).map((model) => ({ label: `About ${model}`, command: `launch ${model}` })),
    ...(models.length === 0 ? nearest.slice(0, 3).map((model) => ({ label: `About ${model}`, command: `launch ${model}` })) : []),
  ]
}
