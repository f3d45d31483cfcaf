/** The first http or https address in a text that somebody wrote, or null. Trailing punctuation and a platform's own brackets are not part of it. */
export function firstLink(text: string): string | null {
  const found = /https?:\/\/[^\s<>|"'`]{1,2000}/i.exec(text)?.[0].replace(/[.,;:!?)\]}]+$/, '')
  return found && URL.canParse(found) ? new URL(found).href : null
}
