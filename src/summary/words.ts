import { stemmer } from 'stemmer'

/** Words of a text for ranking: lower case, model names with their versions kept whole ("gpt-5.4"), longer words stemmed (Porter). */
export function rankWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? []
  return words.map((word) => (word.length > 3 && /^[a-z]+$/.test(word) ? stemmer(word) : word))
}

const plain =
  'a an the and or but if then of to in on at by for with from as is are was were be been being has have had do does did will would can could may might should not no it its this that these those he she they we you i his her their our your my who what which when where how why than so such about into over after before between out up down more most other some any all each also just only very'
/** Words that tell nothing of a topic, as they are and stemmed. */
export const plainWords: ReadonlySet<string> = new Set([...plain.split(' '), ...rankWords(plain)])

/** The same without plain words. */
export const contentWords = (text: string): string[] => rankWords(text).filter((word) => !plainWords.has(word))
