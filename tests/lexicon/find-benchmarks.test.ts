import { describe, expect, it } from 'vitest'
import { findBenchmarks } from '../../src/lexicon/find-benchmarks.ts'

const names = (text: string) => findBenchmarks(text).map((mention) => mention.name)
const quotes = (text: string) => findBenchmarks(text).map(({ start, end }) => text.slice(start, end))

describe('findBenchmarks', () => {
  it('reads a number behind a name as a score, unless it is a known version', () => {
    const text = 'ARC-AGI-2 77.1, GPQA Diamond 94.3, MMMU 80.4, AIME 2025 94.6 and Terminal-Bench 2.0 59.2'
    expect(quotes(text)).toEqual(['ARC-AGI-2', 'GPQA Diamond', 'MMMU', 'AIME 2025', 'Terminal-Bench 2.0'])
  })

  it('reads a second year behind a yearly contest as that contest of that year', () => {
    expect(names('on AIME 2024 and 2025')).toEqual(['AIME 2024', 'AIME 2025'])
    expect(names('AIME 2024 and 2025 students')).toContain('AIME 2025')
    expect(names('AIME 2024, published in 2025')).toEqual(['AIME 2024'])
  })

  it.each([
    ['OfficeQA Pro', 'OfficeQA Pro'],
    ['Agents’ Last Exam', "Agents' Last Exam"],
    ['SWE bench verified', 'SWE-bench Verified'],
    ['HLE', "Humanity's Last Exam"],
    ['Humanity’s Last Exam (HLE)', "Humanity's Last Exam"],
    ['tau-squared-Bench', 'τ²-Bench'],
    ['Tau2-bench Telecom', 'τ²-Bench Telecom'],
    ['τ²-Bench (Retail)', 'τ²-Bench Retail'],
    ['LMSYS Chatbot Arena', 'LMArena'],
    ['Intelligence Index v4', 'Artificial Analysis Intelligence Index'],
    ['GPQA-Diamond', 'GPQA Diamond'],
    ['AIME25', 'AIME 2025'],
    ["AIME '26", 'AIME 2026'],
    ['2025 IMO', 'IMO 2025'],
    ['HMMT Feb. 25', 'HMMT Feb 2025'],
    ['HMMT (Feb) 2026', 'HMMT Feb 2026'],
    ['MRCRv2', 'MRCR v2'],
    ['BFCL 3', 'BFCL v3'],
    ['FrontierMath (Tier 4)', 'FrontierMath Tier 4'],
    ['FrontierMath T1–3', 'FrontierMath Tiers 1-3'],
    ['FinSearchComp-T3', 'FinSearchComp T3'],
    ['MMMU (val)', 'MMMU'],
    ['terminal bench 2.1', 'Terminal-Bench 2.1'],
  ])('reads %s as %s', (text, name) => {
    const [mention, ...rest] = findBenchmarks(text)
    expect(rest).toEqual([])
    expect(mention).toMatchObject({ start: 0, end: text.length, name })
  })

  it('takes all qualifiers there are and says which part is subset and which version', () => {
    expect(findBenchmarks('SWE-Lancer IC SWE Diamond')[0]).toMatchObject({ name: 'SWE-Lancer IC SWE Diamond', subset: 'Diamond' })
    expect(findBenchmarks('MRCR v2 8-needle (1M)')[0]).toMatchObject({ version: 'v2', subset: '8-needle 1M' })
  })

  it('keeps the date window of a test out of its name', () => {
    expect(findBenchmarks('LiveCodeBench (2408-2505) 73.3')[0]).toMatchObject({ name: 'LiveCodeBench', version: '2408-2505' })
  })

  it('reads names that are plain words only in their own capitals', () => {
    expect(names('A drop in math, a bird, some frames to include and a mask')).toEqual([])
    expect(names('MATH, DROP, BIRD and FRAMES')).toEqual(['MATH', 'DROP', 'BIRD', 'FRAMES'])
  })

  it('reads a name that was run into the number before or after it', () => {
    expect(names('77.2BrowseComp 44.0FinSearchComp-global 65.5SWE-Bench Verified69.4')).toEqual([
      'BrowseComp',
      'FinSearchComp global',
      'SWE-bench Verified',
    ])
  })

  it('reads tests that no list has by their shape', () => {
    expect(names('InsureBench, the new Harbor Eval, PolarQA and Expert-SWE')).toEqual([
      'InsureBench',
      'Harbor Eval',
      'PolarQA',
      'Expert-SWE',
    ])
    expect(findBenchmarks('InsureBench Pro')[0]).toMatchObject({ name: 'InsureBench Pro', entry: null })
  })

  it('sees no test in plain phrases that end in the same words', () => {
    expect(names('The Final Exam, a Consumer Price Index, their Workbench, an Index, the FAQ and QA')).toEqual([])
  })

  it('gives a bare tier to the test named by a tier before it', () => {
    expect(names('39% on FrontierMath tiers 1–3 and 15% on tier 4')).toEqual(['FrontierMath Tiers 1-3', 'FrontierMath Tier 4'])
    expect(names('the free tier 4 of MMLU')).toEqual(['MMLU'])
  })

  it('reads no lower-case adjective as a qualifier', () => {
    expect(quotes('SWE-bench hard problems')).toEqual(['SWE-bench'])
    expect(quotes('healthbench-hard')).toEqual(['healthbench-hard'])
  })

  it('gives a bare subset before a number to the test named by a subset before it', () => {
    expect(names('τ²-Bench Retail 81 and Airline 60')).toEqual(['τ²-Bench Retail', 'τ²-Bench Airline'])
    expect(names('τ²-Bench Retail 81, and an airline said so')).toEqual(['τ²-Bench Retail'])
  })

  it('reads an index or an arena only where its name speaks of models', () => {
    expect(names('the Harbor Index, a Polar Arena and the S&P Index')).toEqual([])
    expect(names('the Harbor Reasoning Index and the Polar Video Arena')).toEqual(['Harbor Reasoning Index', 'Polar Video Arena'])
  })

  it('goes on counting where a test has counted whole versions', () => {
    expect(names('Terminal-Bench 9.0: 55.2')).toEqual(['Terminal-Bench 9.0'])
    expect(quotes('MT-Bench 9.0')).toEqual(['MT-Bench'])
  })
})
