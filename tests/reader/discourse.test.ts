import { describe, expect, it } from 'vitest'
import { discourse } from '../../src/reader/discourse.ts'
import { passages } from '../../src/reader/passages.ts'
import { articleOf } from './article-of.ts'

const about = (title: string, text = 'It is out today.') => {
  const article = { ...articleOf(text), title }
  return discourse(article, passages(article))
}
const topic = (title: string, text?: string) => about(title, text).topic?.name ?? null

describe('what a text is about', () => {
  it.each([
    ['the one model of the title', 'OpenAI ships GPT-5.4', 'GPT-5.4'],

    ['a title that opens with the name', 'Claude Sonnet 4.6: Opus-level work at Sonnet prices', 'Claude Sonnet 4.6'],
    ['not the rival', 'Kimi K2.5 is here, beating GPT-5.2 and Claude Opus 4.5', 'Kimi K2.5'],
    ['nobody in a match of two', 'GPT-5.4 vs Claude Opus 4.6', null],
    ['nobody where no model is named', 'Ten things to know about benchmarks', null],
  ])('is %s', (_, title, name) => {
    expect(topic(title)).toBe(name)
  })

  it('is the model that the lead opens with, where the title names none', () => {
    expect(topic('A quiet week', 'GLM-5 is a new open-weight model. It is large.')).toBe('GLM-5')
  })

  it('is what the front matter declares', () => {
    const article = { ...articleOf('Numbers follow.', 'GPT-5.4'), title: 'A look at Claude Opus 4.6' }
    expect(discourse(article, passages(article)).topic?.name).toBe('GPT-5.4')
  })
})

describe('a shortened name', () => {
  const resolved = (text: string) => {
    const found = about('', text)
    return found.mentions.filter((mention) => mention.short).map((mention) => found.resolve(mention)?.name ?? null)
  }

  it('stands for the one full name in the text that fits', () => {
    expect(resolved('Gemini 3.1 Pro came first. Later Gemini won.')).toEqual(['Gemini 3.1 Pro'])
  })

  it('stands for nobody where two full names fit', () => {
    expect(resolved('Claude Opus 4.6 and Claude Sonnet 4.6 are out. Claude won.')).toEqual([null])
  })

  it('stands for the one named before it in its own paragraph', () => {
    expect(resolved('Claude Sonnet 4.6 is out.\n\nClaude Opus 4.6 costs more. Claude won.')).toEqual(['Claude Opus 4.6'])
  })

  it('does not stand for another version', () => {
    expect(resolved('Gemini 2.5 Pro was first. Gemini 3 won.')).not.toContain('Gemini 2.5 Pro')
  })
})

describe('a name that only the text knows', () => {
  it('is a model where the text says so, and wherever it comes again', () => {
    const names = about('', 'Zephyron 9 is a new language model. Zephyron 9 is fast.').mentions.map((mention) => mention.name)
    expect(names).toEqual(['Zephyron 9', 'Zephyron 9'])
  })

  it.each([
    ['a weekday', 'Meta launched it on Wednesday, the first model of the year.'],
    ['a firm', 'Anthropic is a model of caution.'],
  ])('is none where it is %s', (_, text) => {
    expect(about('', text).mentions).toEqual([])
  })
})
