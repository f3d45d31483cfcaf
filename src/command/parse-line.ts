import { closest } from 'fastest-levenshtein'
import type { Invocation } from '../command/invocation.ts'
import { UserError } from '../errors.ts'
import { type Command, type Runnable, runnableOf } from './define.ts'

/** Options that every command takes because the adapters do: `public` shows the answer to the whole channel. */
export const commonOptions = ['public']

/**
 * Makes plain what phones and word processors do to typed text: long dashes before an option, curly quotes, odd spaces.
 * (lita-keyword-arguments#5, kubebot#9, mattermost-mobile#5259.)
 */
export function plainLine(line: string): string {
  return line
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/(^|\s)[\u2013\u2014\u2015](?=\p{L})/gu, '$1--')
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .trim()
}

interface Token {
  text: string
  quoted: boolean
}

/** Words, with double quotes holding several together; a quote inside a word ("on:"code and maths"") works too. */
function tokens(line: string): Token[] {
  const found: Token[] = []
  for (const match of line.matchAll(/((?:[^\s"]|"[^"]*(?:"|$))+)/g)) {
    const raw = match[1]!
    const text = raw.replaceAll('"', '')
    if (text !== '' || raw.includes('"')) found.push({ text, quoted: raw.startsWith('"') })
  }
  return found
}

/** The names that can stand before a colon or after two dashes: the command's own and the common ones. */
const optionNames = (runnable: Runnable): string[] => [...Object.keys(runnable.options), ...commonOptions]

function nearest(typed: string, known: string[]): string | undefined {
  if (known.length === 0) return undefined
  const best = closest(typed, known)
  const shared = [...typed].filter((letter) => best.includes(letter)).length
  return shared * 2 >= Math.max(typed.length, best.length) ? best : undefined
}

/** A line that is no command but asks: it ends in a question mark or begins as a question does, and is more than a word. */
const isQuestion = (line: string): boolean =>
  /\s/.test(line) &&
  (/\?$/.test(line) || /^(?:who|what|which|when|where|why|how|is|are|was|were|does|do|did|can|has|have|tell me)\s/i.test(line))

/**
 * Reads a typed line ("/compare muse spark vs gpt 5.4 on:health") into an invocation, less the caller. The leading slash and the root name `launchwire` are optional. A question without
 * a command is one for /ask.
 * @throws UserError where there is no such command, subcommand or option; it names what is nearest.
 */
export function parseLine(line: string, commands: readonly Command[]): Omit<Invocation, 'caller'> {
  const plain = plainLine(line)
  const words = tokens(plain.replace(/^\/+/, ''))
  if (words[0]?.text.toLowerCase() === 'launchwire') words.shift()
  const name = words.shift()?.text.toLowerCase().replace(/^\//, '') ?? 'help'
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    const near = nearest(
      name,
      commands.map((candidate) => candidate.name),
    )
    if (!plain.startsWith('/') && isQuestion(plain) && commands.some((candidate) => candidate.name === 'ask'))
      return { command: 'ask', words: plain.split(/\s+/), named: {} }
    throw new UserError('usage', `There is no command /${name}.${near ? ` Did you mean /${near}?` : ''} /help lists them all.`, {
      suggestions: near ? [[near, ...words.map((word) => word.text)].join(' '), 'help'] : ['help'],
    })
  }
  if ('run' in command) return { command: name, ...readOptions(name, command, words) }
  const [first] = words
  const named = first !== undefined && runnableOf(command, first.text.toLowerCase()) !== undefined
  const subcommand = named || !command.otherwise ? words.shift()?.text.toLowerCase() : first && command.otherwise
  const runnable = subcommand === undefined ? undefined : runnableOf(command, subcommand)
  if (subcommand === undefined || !runnable) {
    const known = Object.keys(command.subcommands)
    const said = subcommand === undefined ? `/${name} wants one of` : `/${name} has no "${subcommand}". It has`
    throw new UserError('usage', `${said}: ${known.join(', ')}. For example: /${command.examples[0] ?? `${name} ${known[0]}`}`, {
      suggestions: [`help ${name}`],
    })
  }
  return { command: name, subcommand, ...readOptions(`${name} ${subcommand}`, runnable, words) }
}

function readOptions(name: string, runnable: Runnable, tokensLeft: Token[]): { words: string[]; named: Record<string, string> } {
  const known = optionNames(runnable)
  const takesRest = Object.values(runnable.options).some((option) => option.rest)
  const words: string[] = []
  const named: Record<string, string> = {}
  for (let index = 0; index < tokensLeft.length; index++) {
    const token = tokensLeft[index]!
    const match = token.quoted ? null : /^(?:(--?)([a-z][a-z-]*)(?:[=:](.*))?|([a-z][a-z-]*):(?!\/\/)(.*))$/i.exec(token.text)
    if (!match) {
      words.push(token.text)
      continue
    }
    const [, dashes, dashed, dashedValue, plain, plainValue] = match
    const option = (dashed ?? plain ?? '').toLowerCase()
    if (!known.includes(option)) {
      // free text keeps its colons and dashes
      if (takesRest) {
        words.push(token.text)
        continue
      }
      const near = nearest(option, known)
      throw new UserError(
        'usage',
        `/${name} has no option "${option}".${near ? ` Did you mean ${near}:?` : ''} Its options: ${known.join(', ')}.`,
        { suggestions: [`help ${name.split(' ')[0]}`] },
      )
    }
    let value = dashed ? dashedValue : plainValue
    const isFlag = option === 'public' || runnable.options[option]?.kind === 'flag'
    if (value === undefined || value === '') {
      const next = tokensLeft[index + 1]
      if (isFlag && dashes) value = 'true'
      else if (next && !/^--/.test(next.text)) {
        value = next.text
        index++
      } else if (isFlag) value = 'true'
      else
        throw new UserError(
          'usage',
          `The option ${option} of /${name} wants a value, for example ${option}:${exampleOf(runnable, option)}`,
        )
    }
    named[option] = value
  }
  return { words, named }
}

function exampleOf(runnable: Runnable, option: string): string {
  const declared = runnable.options[option]
  if (declared?.choices?.[0]) return declared.choices[0]
  const shown = runnable.examples.map((example) => new RegExp(`\\b${option}:(\\S+)`).exec(example)?.[1]).find(Boolean)
  return shown ?? 'value'
}
