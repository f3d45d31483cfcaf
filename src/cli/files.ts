import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Article } from '../article.ts'
import { UserError } from '../errors.ts'
import { largestFile } from '../intake/decode.ts'
import { articleFromFile } from '../intake/read-file.ts'

const readableEndings = ['.txt', '.md', '.html', '.htm']

/** Every file that can be read below these paths, in order of name; a folder's README and hidden files are passed over. */
export function filesBelow(paths: string[]): { files: string[]; missing: string[] } {
  const files: string[] = []
  const missing: string[] = []
  const walk = (path: string, named: boolean) => {
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) if (!entry.startsWith('.')) walk(join(path, entry), false)
    } else if (named || (readableEndings.includes(extname(path).toLowerCase()) && !/(^|\/)README\.md$/i.test(path)))
      files.push(path)
  }
  for (const path of paths) {
    if (existsSync(path)) walk(path, true)
    else missing.push(path)
  }
  return { files, missing }
}

/**
 * Reads one file into an article. The size is checked before the bytes are read.
 * @throws UserError that names the file and what is wrong with it.
 */
export function readArticle(path: string): Article {
  try {
    const { size } = statSync(path)
    if (size > largestFile)
      throw new UserError(
        'too_large',
        `${path} is ${(size / 1e6).toFixed(0)} MB; an article of more than ${largestFile / 1e6} MB is not read.`,
      )
    return articleFromFile(path, readFileSync(path))
  } catch (error) {
    if (error instanceof UserError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError('unreadable', `${path} cannot be read: ${reason}`, { cause: error })
  }
}
