import type { Family } from './family.ts'
import type { Part } from './model-tail.ts'

/**
 * A model's name as its maker usually writes it, from its parts: "Claude Opus 4.6" for "Claude 4.6 Opus", "GPT-5.4" for "gpt5.4", "Gemini
 * 2.0 Flash" for "Gemini Flash 2.0". Parts that no rule moves stay in the order written.
 */
export function fullName(family: Family, head: string, parts: readonly Part[]): string {
  let name = head
  let before: Part | null = null
  for (const part of inOrder(family, parts)) {
    name += joint(family, before, part) + part.text
    before = part
  }
  return name
}

function inOrder(family: Family, parts: readonly Part[]): Part[] {
  const version = parts.find((part) => part.kind === 'version')
  const tiers = parts.filter((part) => part.kind === 'tier')
  const order = family.order ?? 'as written'
  if (order === 'as written' || version === undefined || tiers.length === 0) return [...parts]
  const others = parts.filter((part) => part !== version && part.kind !== 'tier')
  const tierFirst = typeof order === 'number' ? Number.parseFloat(version.text) >= order : order === 'tier first'
  const sizes = family.sizes === 'name' ? parts.filter((part) => part !== version) : [...tiers, ...others]
  return tierFirst ? [...tiers, version, ...others] : [version, ...sizes]
}

function joint(family: Family, before: Part | null, part: Part): string {
  if (part.kind === 'date') return '-'
  if (part.kind === 'version') return before === null ? (family.versionJoint ?? ' ') : (family.joint ?? ' ')
  if (family.hyphened?.includes(part.text)) return '-'
  return family.joint ?? ' '
}
