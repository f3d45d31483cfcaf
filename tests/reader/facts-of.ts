import { expect } from 'vitest'
import type { Attribute } from '../../src/claim.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { discourse } from '../../src/reader/discourse.ts'
import { readFacts } from '../../src/reader/facts.ts'
import { passages } from '../../src/reader/passages.ts'

/** "MODEL: VALUE" of the facts of one attribute in an article of our own, sorted; every quote is checked against the stored text. */
export function factsOf(attribute: Attribute, body: string, title = 'Muse Comet arrives'): string[] {
  const header = `url: unknown\ntitle: ${title}\npublisher: The Daily\npublished: 2026-05-14\n\n`
  const article = articleFromFile('a.txt', new TextEncoder().encode(header + body))
  const read = passages(article)
  const facts = readFacts(article, read, discourse(article, read)).claims
  for (const fact of facts) expect(article.text.slice(fact.start, fact.end)).toBe(fact.quote)
  return facts
    .filter((fact) => fact.attribute === attribute)
    .map((fact) => `${fact.model}: ${fact.value}`)
    .sort()
}
