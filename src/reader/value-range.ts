import type { Unit } from '../claim.ts'
import type { BenchmarkLabel } from './table-labels.ts'

/** Whether a test can give a value; a test that nobody lists gives 0–100, or a rating where the text says so. */
export function inRange(value: number, benchmark: Pick<BenchmarkLabel, 'entry' | 'setting'>, unit: Unit | null): boolean {
  const { entry } = benchmark
  if (unit === '%') return value >= 0 && value <= 100
  if (unit === 'elo') return value >= 400 && value <= 4500
  if (entry?.range) return value >= entry.range.min && value <= entry.range.max
  if (entry && entry.unit !== undefined && entry.unit !== '%') return value >= 0 && value <= 4500
  return value >= 0 && value <= 100
}
