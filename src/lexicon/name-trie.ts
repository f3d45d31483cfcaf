/** A node of a trie of names: letters and digits only; `gap` marks where a space, hyphen or apostrophe may stand. */
interface Node<T> {
  next: Map<number, Node<T>>
  gap: boolean
  /** Names that end here. `exact` is the spelling that must be met letter for letter, or null where case does not matter. */
  ends: { value: T; exact: string | null }[]
}

export interface NameTrie<T> {
  add(name: string, value: T, exact?: boolean): void
  /**
   * The longest name that starts at `at` and ends at a word's end, or null. With `beforeDigit` a name that ends in a letter may run into a
   * number ("Qwen3", "GPT5").
   */
  longest(text: string, at: number, beforeDigit?: boolean): { end: number; value: T } | null
}

const gapChars = new Set([' ', '-', '_', '\n', '\u00a0', '\u202f', '\u2010', '\u2011', "'", '’'])
/** True for what may stand between two parts of one name. */
export const isGap = (char: string) => gapChars.has(char)

const wordChar = /[\p{L}\p{N}]/u
/** True for a letter or digit of any script. */
export function isWordChar(char: string | undefined): boolean {
  if (char === undefined || char === '') return false
  const code = char.charCodeAt(0)
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return wordChar.test(char)
}

const folds: Record<string, string> = { '²': '2', '³': '3', Τ: 'τ' }
const asciiFolds = Uint16Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).toLowerCase().charCodeAt(0))
/** The code of a character, case and raised digits folded. */
function fold(code: number): number {
  if (code < 128) return asciiFolds[code]!
  const char = String.fromCharCode(code)
  return (folds[char] ?? char.toLowerCase()).charCodeAt(0)
}
/** True for one of 0 to 9. */
export const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9'
/** The letters of a stretch of text, gaps left out: what an exact name is compared with. */
const lettersOf = (text: string) => [...text].filter((char) => !isGap(char)).join('')

/** Positions in a name where people also write a space or a hyphen: between letters and digits and at inner capitals ("LiveCodeBench"). */
function softGap(before: string, here: string, after: string | undefined): boolean {
  if (/\d/.test(here) !== /\d/.test(before) && before !== '.' && here !== '.') return true
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(here)) return true
  return /\p{Lu}/u.test(before) && /\p{Lu}/u.test(here) && after !== undefined && /\p{Ll}/u.test(after)
}

/**
 * A set of names that is searched at one place of a text in time linear in the longest name, not in the number of names. Case, and spaces
 * and hyphens at the joints of a name, do not matter, unless a name was added as exact.
 */
export function nameTrie<T>(): NameTrie<T> {
  const node = (): Node<T> => ({ next: new Map(), gap: false, ends: [] })
  const root = node()
  const openings = new Uint8Array(128 * 128)
  /** Whether names start with these two ASCII letters: most words of a text are turned away by that. */
  const opens = (one: number, two: number): boolean => one >= 128 || two >= 128 || openings[one * 128 + two] === 1
  return {
    add(name, value, exact = false) {
      let at = root
      const letters = lettersOf(name)
      const [one, two] = [fold(letters.charCodeAt(0)), fold(letters.charCodeAt(1))]
      if (letters.length < 2) openings.fill(1, one * 128, one * 128 + 128)
      else openings[one * 128 + two] = 1
      let before = ''
      for (const [index, char] of [...name].entries()) {
        if (isGap(char)) {
          at.gap = true
        } else {
          if (before !== '' && softGap(before, char, name[index + 1])) at.gap = true
          const key = fold(char.charCodeAt(0))
          let next = at.next.get(key)
          if (next === undefined) {
            next = node()
            at.next.set(key, next)
          }
          at = next
        }
        before = char
      }
      at.ends.push({ value, exact: exact ? letters : null })
    },
    longest(text, from, beforeDigit = false) {
      if (isWordChar(text[from + 1]) && !opens(fold(text.charCodeAt(from)), fold(text.charCodeAt(from + 1)))) return null
      let at = root
      let best: { end: number; value: T } | null = null
      for (let index = from; index < text.length; index++) {
        let next = at.next.get(fold(text.charCodeAt(index)))
        if (next === undefined && at.gap && isGap(text[index]!)) {
          index++
          if (isGap(text[index] ?? '')) index++
          next = index < text.length ? at.next.get(fold(text.charCodeAt(index))) : undefined
        }
        if (next === undefined) break
        at = next
        if (at.ends.length > 0 && endsWord(text, index, beforeDigit)) {
          const end = at.ends.find(({ exact }) => exact === null || exact === lettersOf(text.slice(from, index + 1)))
          if (end !== undefined) best = { end: index + 1, value: end.value }
        }
      }
      return best
    },
  }
}

/** A name ends before anything but a letter or digit, or before a decimal number that was run into it ("BrowseComp44.0"). */
function endsWord(text: string, last: number, beforeDigit: boolean): boolean {
  const next = text[last + 1]
  if (next === undefined) return true
  if (isDigit(text[last])) return !isWordChar(next) && !(next === '.' && isDigit(text[last + 2]))
  if (!isWordChar(next)) return true
  return isDigit(next) && (beforeDigit || /^\d{1,2}\.\d/.test(text.slice(last + 1, last + 5)))
}
