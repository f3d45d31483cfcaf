import type { Block } from '../article.ts'
import type { Header } from './front-matter.ts'

/** What any format gives: what the file says about its article, the stored text and its blocks. */
export interface Parsed extends Omit<Header, 'body'> {
  text: string
  blocks: Block[]
  links: string[]
}
