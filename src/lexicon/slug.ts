/**
 * A name as a key: lower case, words joined by hyphens, stops inside numbers kept ("GPT-5.4" → "gpt-5.4", "τ²-Bench Telecom" →
 * "tau2-bench-telecom"). Two spellings that differ only in case, spaces, hyphens or accents give one key.
 */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/τ/g, 'tau')
    .replace(/\+/g, '-plus')
    .replace(/['’]s?(?![a-z])|['’]/g, (mark) => (mark.length > 1 ? 's' : ''))
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/\.(?!\d)|(?<!\d)\./g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
}
