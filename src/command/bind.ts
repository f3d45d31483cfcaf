import type { Resolution, Resolver } from '../corpus/names.ts'
import { UserError } from '../errors.ts'
import type { Command, Option, Runnable } from './define.ts'
import { usageOf } from './usage.ts'

/**
 * Turns typed words and named values into what `run` takes. Bare words fill the first option.
 * @throws UserError where an option is missing, is not of its kind, or names nothing known; it says what would work.
 */
export function bind(
  command: Command,
  subcommand: string | undefined,
  runnable: Runnable,
  given: { words: string[]; named: Record<string, string> },
  resolver: Resolver,
  now: number,
): Record<string, unknown> {
  const names = Object.keys(runnable.options)
  const first = names[0]
  const { usage, example } = usageOf(command, subcommand)
  const hint = `Usage: ${usage}${example ? `. For example: /${example}` : ''}`
  if (given.words.length > 0 && first === undefined) {
    throw new UserError('usage', `/${command.name} takes no words, got "${given.words.join(' ')}". ${hint}`)
  }
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(runnable.options)) {
    const typed = given.named[name]?.trim()
    const words = name === first && given.words.length > 0 ? given.words : undefined
    if (typed !== undefined && words)
      throw new UserError('usage', `"${words.join(' ')}" and ${name}:${typed} say the same thing twice. ${hint}`)
    const raw = typed ?? words?.join(' ')
    if (raw === undefined || raw === '') {
      if (option.required)
        throw new UserError(
          'usage',
          `/${[command.name, subcommand].filter(Boolean).join(' ')} wants ${describe(name, option)}. ${hint}`,
        )
      values[name] = undefined
      continue
    }
    const context = { command, subcommand, name, option, hint, rest: given.words, resolver, now }
    values[name] = option.list ? bindList(context, raw, typed === undefined ? words : undefined) : bindOne(context, raw)
  }
  return values
}

interface Binding {
  command: Command
  subcommand: string | undefined
  name: string
  option: Option
  hint: string
  resolver: Resolver
  now: number
}

/** What an option wants, in words: "at least 2 models", "a model", "an address". */
function describe(name: string, option: Option): string {
  if (option.list) return `at least ${option.list.min} ${name}`
  const word = option.kind === 'url' ? 'address' : name
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
}

/** Separators that people put between models: "a vs b", "a, b and c", "a | b". */
const separators = /\s*(?:,|;|\||\s(?:vs\.?|versus|against|and|&|with)\s)\s*/i

function bindList(binding: Binding, raw: string, words: string[] | undefined): string[] {
  const { option, hint } = binding
  const pieces = raw.split(separators).filter(Boolean)
  const values: string[] = []
  for (const piece of pieces) {
    const whole = binding.resolver.model(piece)
    if ('found' in whole) values.push(whole.found)
    else values.push(...segment(binding, words || pieces.length === 1 ? piece.split(/\s+/) : [piece]))
  }
  const unique = [...new Set(values)]
  const { min, max } = option.list!
  if (unique.length < min) {
    const got = unique.length === 0 ? 'none' : unique.join(', ')
    throw new UserError(
      'usage',
      `That names ${unique.length === 1 ? 'one model only' : `${unique.length} models`} (${got}); /${binding.command.name} wants at least ${min}. ${hint}`,
    )
  }
  if (unique.length > max)
    throw new UserError('usage', `That names ${unique.length} models; /${binding.command.name} takes at most ${max}. ${hint}`)
  return unique
}

/** Cuts a run of words into names, the longest known name first: "muse spark gpt 5.4" is two models. */
function segment(binding: Binding, words: string[]): string[] {
  const names: string[] = []
  let at = 0
  while (at < words.length) {
    let taken = 0
    for (let end = words.length; end > at; end--) {
      const resolution = binding.resolver.model(words.slice(at, end).join(' '))
      if ('found' in resolution) {
        names.push(resolution.found)
        taken = end - at
        break
      }
    }
    if (taken === 0) {
      // the unknown stretch reaches to the next word at which a known name starts
      let end = at + 1
      while (end < words.length && !startsName(binding, words, end)) end++
      refuse(binding, words.slice(at, end).join(' '), binding.resolver.model(words.slice(at, end).join(' ')), 'model')
    }
    at += taken
  }
  return names
}

function startsName(binding: Binding, words: string[], at: number): boolean {
  for (let end = Math.min(words.length, at + 6); end > at; end--) {
    if ('found' in binding.resolver.model(words.slice(at, end).join(' '))) return true
  }
  return false
}

/** The typed command with one name put in the place of another, for suggestions. */
function refuse(binding: Binding, typed: string, resolution: Resolution, kind: string): never {
  const base = [binding.command.name, binding.subcommand].filter(Boolean).join(' ')
  if ('among' in resolution) {
    throw new UserError('ambiguous', `"${typed}" could be ${orList(resolution.among)}. Say which.`, {
      suggestions: binding.option.list ? [] : resolution.among.slice(0, 5).map((name) => `${base} ${name}`),
    })
  }
  const near = 'near' in resolution ? resolution.near : []
  const ask = near.length > 0 ? ` Did you mean ${orList(near.slice(0, 3))}?` : ''
  const list = kind === 'benchmark' || kind === 'category' ? '' : ' /latest lists the newest models.'
  const what = kind === 'category' ? `There is no kind of benchmark "${typed}".` : `No article names a ${kind} "${typed}".`
  throw new UserError('not_found', `${what}${ask}${list}`, {
    suggestions: binding.option.list ? [] : near.slice(0, 3).map((name) => `${base} ${name}`),
  })
}

const orList = (names: string[]): string =>
  names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`

function bindOne(binding: Binding, raw: string): unknown {
  const { option, name, hint } = binding
  switch (option.kind) {
    case 'model':
    case 'model or vendor':
    case 'vendor':
    case 'benchmark':
    case 'category': {
      const resolution = binding.resolver[option.kind](raw)
      return 'found' in resolution ? resolution.found : refuse(binding, raw, resolution, option.kind)
    }
    case 'choice': {
      const choice = option.choices?.find((candidate) => candidate.toLowerCase() === raw.toLowerCase())
      if (choice === undefined)
        throw new UserError('usage', `${name} is one of ${option.choices?.join(', ')}; got "${raw}". ${hint}`)
      return choice
    }
    case 'integer': {
      const value = /^-?\d+$/.test(raw) ? Number(raw) : Number.NaN
      const { min = -Infinity, max = Infinity } = option
      if (!(value >= min && value <= max))
        throw new UserError('usage', `${name} is a whole number from ${min} to ${max}; got "${raw}". ${hint}`)
      return value
    }
    case 'flag': {
      if (/^(true|yes|y|on|1)$/i.test(raw)) return true
      if (/^(false|no|n|off|0)$/i.test(raw)) return false
      throw new UserError('usage', `${name} is yes or no; got "${raw}". ${hint}`)
    }
    case 'url': {
      // Slack wraps addresses as <https://…|label>
      const address = raw.replace(/^<([^|>]+)(?:\|[^>]*)?>$/, '$1')
      const url = URL.canParse(address) ? new URL(address) : undefined
      if (!url || !/^https?:$/.test(url.protocol))
        throw new UserError('usage', `${name} is an address that starts with http:// or https://; got "${raw}". ${hint}`)
      return url.href
    }
    case 'date':
      return bindDate(raw, binding.now, name, hint)
    default:
      return raw
  }
}

const day = 24 * 60 * 60 * 1000
const spanDays: Record<string, number> = {
  d: 1,
  day: 1,
  days: 1,
  w: 7,
  week: 7,
  weeks: 7,
  m: 30,
  month: 30,
  months: 30,
  y: 365,
  year: 365,
  years: 365,
}

function bindDate(raw: string, now: number, name: string, hint: string): number {
  const span = /^(\d{1,4})\s*([a-z]+)$/i.exec(raw)
  const days = span ? spanDays[span[2]!.toLowerCase()] : undefined
  if (span && days) return now - Number(span[1]) * days * day
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(raw)
  const at = iso ? Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3] ?? 1)) : Number.NaN
  if (iso && new Date(at).toISOString().startsWith(raw)) return at
  throw new UserError(
    'usage',
    `${name} is a day (2026-04-08), a month (2026-04) or a span back (7d, 2w, 3m); got "${raw}". ${hint}`,
  )
}
