import type { Article, SourceKind } from '../../src/article.ts'
import type { Reading } from '../../src/claim.ts'
import { findBlocks } from '../../src/intake/blocks.ts'
import { read } from '../../src/reader/read.ts'

/** An article of a text written for a test. `topic`: the model that its title names, or null for none. */
export function articleOf(text: string, topic: string | null = null, kind: SourceKind = 'news'): Article {
  return {
    id: 'test',
    title: topic ?? '',
    url: null,
    publisher: null,
    author: null,
    published: '2026-04-08',
    form: 'article',
    kind,
    models: topic === null ? [] : [topic],
    links: [],
    text,
    blocks: findBlocks(text),
    fingerprint: '',
  }
}

/** What the reader makes of a text, scores as "model (variant) | benchmark | value". */
export function readText(text: string, topic: string | null = null): { reading: Reading; scores: string[] } {
  const reading = read(articleOf(text, topic))
  const scores = reading.claims.flatMap((claim) =>
    claim.type === 'score'
      ? [`${claim.model}${claim.variant === null ? '' : ` (${claim.variant})`} | ${claim.benchmark} | ${claim.value}`]
      : [],
  )
  return { reading, scores }
}
