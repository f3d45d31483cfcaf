import { findModels } from '../lexicon/find-models.ts'
import { modelKey } from '../lexicon/keys.ts'
import { remembered } from '../lexicon/remembered.ts'

/** A model's family and the version in its name: GPT and 5.4 of "GPT-5.4 Pro". The version is null where the name has none. */
interface Generation {
  family: string
  version: number | null
}

const generationOf = remembered((name): Generation => {
  const digits = /(?<![A-Za-z\d.])[vV]?(\d+(?:\.\d+)?)(?!\d*[BbMm]\b)/.exec(name)?.[1]
  return { family: findModels(name)[0]?.family ?? modelKey(name), version: digits === undefined ? null : Number(digits) }
})

/**
 * Whether a version is a whole generation older than another of the same family: another major number, and at least 0.8 between them
 * (4.5 and 5.4, 3.5 and 4.6, 1.5 and 3.1). Neighbours (4.8 and 5) and versions of one number (5.2 and 5.5) are not.
 */
const versionOlder = (a: number, b: number): boolean => Math.floor(a) < Math.floor(b) && b - a >= 0.8 - 1e-9

/** The oldest and the newest version of each family among some names; a family with a name that has no version is left out. */
export function versionsByFamily(names: Iterable<string>): Map<string, { oldest: number; newest: number }> {
  const found = new Map<string, { oldest: number; newest: number }>()
  const unclear = new Set<string>()
  for (const name of names) {
    const { family, version } = generationOf(name)
    if (version === null) unclear.add(family)
    else {
      const known = found.get(family)
      found.set(family, {
        oldest: Math.min(known?.oldest ?? version, version),
        newest: Math.max(known?.newest ?? version, version),
      })
    }
  }
  for (const family of unclear) found.delete(family)
  return found
}

/** Whether all that one set names of some family is a generation older than all that the other names of it. */
export function isSetOlder(one: ReturnType<typeof versionsByFamily>, other: ReturnType<typeof versionsByFamily>): boolean {
  for (const [family, { newest }] of one) {
    const theirs = other.get(family)
    if (theirs && versionOlder(newest, theirs.oldest)) return true
  }
  return false
}
