import type { Benchmark } from './benchmark.ts'
import { codingBenchmarks } from './benchmarks-coding.ts'
import { knowledgeBenchmarks } from './benchmarks-knowledge.ts'
import { mediaBenchmarks } from './benchmarks-media.ts'
import { professionBenchmarks } from './benchmarks-professions.ts'
import { scienceBenchmarks } from './benchmarks-science.ts'
import { textBenchmarks } from './benchmarks-text.ts'

/** Every benchmark that Launchwire knows by name, field by field. */
export const benchmarks: readonly Benchmark[] = [
  ...knowledgeBenchmarks,
  ...scienceBenchmarks,
  ...codingBenchmarks,
  ...mediaBenchmarks,
  ...professionBenchmarks,
  ...textBenchmarks,
]
