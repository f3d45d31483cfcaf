import { findModels } from '../lexicon/find-models.ts'
import { modelKey } from '../lexicon/keys.ts'

/** A model's family and the version in its name: GPT and 5.4 of "GPT-5.4 Pro". The version is null where the name has none. */
export interface Generation {
  family: string
  version: number | null
}

export function generationOf(name: string): Generation {
  const digits = /(?<![A-Za-z\d.])[vV]?(\d+(?:\.\d+)?)(?!\d*[BbMm]\b)/.exec(name)?.[1]
  return { family: findModels(name)[0]?.family ?? modelKey(name), version: digits === undefined ? null : Number(digits) }
}

/**
 * Whether a model is a whole generation older than another of its family: another major number, and at least 0.8 between the versions
 * (4.5 and 5.4, 3.5 and 4.6, 1.5 and 3.1). Neighbours (4.8 and 5) and models of one number (5.2 and 5.5) are not.
 */
export function isGenerationOlder(a: Generation, b: Generation): boolean {
  return (
    a.family === b.family &&
    a.version !== null &&
    b.version !== null &&
    Math.floor(a.version) < Math.floor(b.version) &&
    b.version - a.version >= 0.8 - 1e-9
  )
}
