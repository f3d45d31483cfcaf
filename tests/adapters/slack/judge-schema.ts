import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

/** A JSON Schema, as far as it is walked here. */
interface Schema {
  description?: string
  type?: string
  $ref?: string
  maxLength?: number
  maxItems?: number
  [key: string]: unknown
}

const here = import.meta.dirname
const cache = join(here, '../../../node_modules/.cache/launchwire')

/**
 * JSON Schemas of the calls in judged-types.ts, made of Slack's own types, with the limits that Slack states in their comments as keywords. Made once for a
 * version of @slack/types and of these two files, since making takes two seconds.
 */
export function judgeSchema(): { definitions: Record<string, Schema> } {
  const version = createRequire(import.meta.url)('@slack/types/package.json').version as string
  const sources = ['judged-types.ts', 'judge-schema.ts'].map((name) => readFileSync(join(here, name), 'utf8'))
  const file = join(
    cache,
    `slack-${createHash('sha256')
      .update([version, ...sources].join('\n'))
      .digest('hex')
      .slice(0, 16)}.json`,
  )
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const generator = createGenerator({
    path: join(here, 'judged-types.ts'),
    type: '*',
    expose: 'export',
    skipTypeCheck: true,
    additionalProperties: false,
  })
  const schema = generator.createSchema('*') as unknown as { definitions: Record<string, Schema> }
  stateLimits(schema.definitions)
  mkdirSync(cache, { recursive: true })
  writeFileSync(file, JSON.stringify(schema))
  return schema
}

const lengths = [
  /max(?:imum)?(?: allowed)? length(?: for (?:the `?text`? in )?(?:this|each) (?:field|item))?(?: of \w+)? (?:is |of )?(\d[\d,]*)/i,
  /maximum length for the text in this field is (\d[\d,]*)/i,
  /maximum length is (\d[\d,]*)/i,
  /limit (\d[\d,]*) characters/i,
  /less than (\d+) characters/i,
  /maximum length.*? (\d[\d,]*) char/i,
]
const counts = [
  /maximum (?:number of items is|of) (\d+)/i,
  /maximum (\d+) (?:blocks|rows|items|cards)/i,
  /maximum (\d+) (?:elements|options)/i,
]

/** Turns Slack's sentences ("Maximum length for this field is 75 characters") into keywords of the schema. */
function stateLimits(node: unknown): void {
  if (!node || typeof node !== 'object') return
  const schema = node as Schema
  const said = typeof schema.description === 'string' ? schema.description.replace(/\s+/g, ' ') : ''
  const stated = (patterns: RegExp[]) =>
    patterns
      .map((pattern) => pattern.exec(said)?.[1])
      .find((number) => number !== undefined)
      ?.replaceAll(',', '')
  const length = stated(lengths)
  const count = stated(counts)
  if (schema.type === 'string' && length) schema.maxLength = Number(length)
  else if (schema.type === 'array' && count) schema.maxItems = Number(count)
  else if (length && schema.$ref) {
    schema.allOf = [{ $ref: schema.$ref }, { properties: { text: { maxLength: Number(length) } } }]
    delete schema.$ref
  }
  for (const child of Object.values(schema)) stateLimits(child)
}
