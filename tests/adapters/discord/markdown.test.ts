import { expect, test } from 'vitest'
import {
  escapeLineStart,
  escapeMarkdown,
  linkAddress,
  spanMarkdown,
  textMarkdown,
} from '../../../src/adapters/discord/markdown.ts'
import type { NumberedSources } from '../../../src/message/citations.ts'

const numbered: NumberedSources = { sources: [], numbers: ({ cite = [] }) => cite.map(Number) }
/** What is left when the escapes and the signs that show as nothing are taken away. */
const shown = (text: string) => text.replaceAll('\u200b', '').replace(/\\([^a-z\d\s])/gi, '$1')

test('text with markdown in it shows letter for letter', () => {
  for (const text of [
    '**a** _b_ ~~c~~ ||d|| `e`',
    'snake_case_name',
    '[press](https://example.com)',
    'a \\ b',
    '<@1> & <#2>',
    ':fire: at 10:30',
  ])
    expect(shown(escapeMarkdown(text))).toBe(text)
})

test('no mention, link, invitation or emoji code is alive', () => {
  expect(escapeMarkdown('@everyone @here')).not.toMatch(/@(everyone|here)/)
  expect(escapeMarkdown('<@1> <@&1> <#1> </run:1> <t:1> <a:b:1>')).not.toMatch(/<[@#/ta]/)
  expect(escapeMarkdown('https://example.com discord.gg/abc')).not.toMatch(/:\/\/|gg\//)
  expect(escapeMarkdown(':fire:')).toBe('\\:fire:')
})

test('line breaks and what would start a block are taken away', () => {
  expect(escapeMarkdown('one\n# two\r\n> three')).not.toMatch(/[\n\r]/)
  expect(escapeLineStart('# a')).toBe('\\# a')
  expect(escapeLineStart('-# a')).toBe('\\-# a')
  expect(escapeLineStart('- a')).toBe('\\- a')
  expect(shown(escapeLineStart('1. a'))).toBe('1. a')
  expect(escapeLineStart('1. a')).not.toMatch(/^\d/)
  expect(escapeLineStart('42.8 points')).not.toMatch(/^\d+\./)
})

test('styles stand around the words, not around the spaces, and side by side do not run together', () => {
  expect(spanMarkdown({ text: ' a ', bold: true }, numbered)).toBe(' **a** ')
  expect(
    textMarkdown(
      [
        { text: 'a', bold: true },
        { text: 'b', italic: true },
      ],
      numbered,
    ),
  ).toBe('**a**\u200b*b*')
  expect(spanMarkdown({ text: 'a`b', code: true }, numbered)).toBe('`aˋb`')
})

test('only web addresses become links, and their brackets end nothing', () => {
  expect(linkAddress('javascript:alert(1)', 500)).toBeUndefined()
  expect(linkAddress('no address', 500)).toBeUndefined()
  expect(linkAddress('https://example.com/a_(b)', 500)).toBe('https://example.com/a_%28b%29')
  expect(spanMarkdown({ text: '](x', url: 'https://example.com/' }, numbered)).toBe('[\\]\\(x](https://example.com/)')
})

test('source marks stand after their span', () => {
  expect(textMarkdown([{ text: '42.8', bold: true, cite: ['1', '3'] }, '.'], numbered)).toBe('**42.8** [1][3].')
})

test('long hostile text is escaped in linear time: anything else would outlast the test', () => {
  for (const text of ['<', ':a', '@', '\\', '[x](', '_*', 'discord.'].map((part) => part.repeat(200_000)))
    expect(textMarkdown([text], numbered).length).toBeGreaterThan(text.length / 2)
})
