import type { Setting } from '../claim.ts'
import type { Benchmark } from '../lexicon/benchmark.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { type BenchmarkMention, findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { findModels, type ModelMention } from '../lexicon/find-models.ts'
import type { Discourse } from './discourse.ts'
import { partNames } from './part-names.ts'
import { settingOf } from './table-setting.ts'

/** A model as a label names it, and what the label adds. */
export interface ModelLabel {
  role: 'model'
  name: string
  variant: string | null
  setting: Setting
}

/** A test as a label names it. `variant`: words of the label that a reader would call the variant ("no tools", "CoT"). */
export interface BenchmarkLabel {
  role: 'benchmark'
  name: string
  entry: Benchmark | null
  variant: string[]
  setting: Setting
  percent: boolean
  /** The label says that its numbers are ratings. */
  rated: boolean
  /** "Pass@1 / Cons@64": what two numbers in a cell stand for. */
  parts: string[]
}

/** What a column head, row label or cell is. `short`: a model whose full name the text does not settle. */
export type Label =
  | ModelLabel
  | BenchmarkLabel
  | { role: 'both'; model: ModelLabel; benchmark: BenchmarkLabel }
  | { role: 'short'; text: string }
  | { role: 'head'; of: 'model' | 'benchmark' | 'value' | 'setting' | 'category'; text: string }
  | { role: 'none' }
  | { role: 'empty' }
  | { role: 'unknown'; text: string }

/** Money, time, size, dates, gains, ranks: no score, whatever stands beside them. */
const neverScore =
  /[$€£]|\b(?:costs?|pric(?:e|es|ing)|cheaper|speed|latency|throughput|ttft|tokens? ?(?:per|\/)|tok\/s|tps|tokens used|seconds?|minutes?|time (?:to|per)|runtime|duration|rank(?:ing)?|position|place|votes|samples|95% ci|ci|confidence|std|stdev|variance|percentile|Δ|delta|gain|gains|improvement|change|diff(?:erence)?|increase|uplift|lead|gap|advantage|margin|growth|vs\.?|versus|relative|ratio|speedup|refusals?|hallucinations?|calibration|abstentions?|(?<!word )error rate|contamination|weights?|weighting|questions|problems|items|examples|instances|date|released?|cutoff|cut-off)\b|Δ|\+\/-|±/i

/** Facts about a model: no score where the label names no test. */
const factWords =
  /\b(?:parameters?|params?|active|context|window|max(?:imum)? (?:output|input|tokens)|output|input|modalit(?:y|ies)|licen[cs]e|license|api|availability|available|access|knowledge|training|trained|tokens?|architecture|layers|experts|memory|vram|ram|gpus?|hardware|size|sizes|resolution|languages?|vendor|developer|company|organi[sz]ation|provider|lab|founded|plan|plans|tier|subscription|free|use cases?|best for|strengths?|weakness(?:es)?|features?|status|endpoint|id|model id|region|regions|streaming|support|supported|batch|cach(?:e|ed|ing)|rate limits?|year|users?|downloads|stars|likes|quantization|bits|precision|released|weights|open[- ]source|notes?|comments?|remarks?|details|description|source|sources|link|links|url|winner|leader|verdict|why|what it (?:measures|tests)|measures|focus|count|number of|total|questions|problems|tasks)\b/i

const people = /\b(?:humans?|experts?|physicians?|doctors|phds?|random|chance|majority|people|radiologists?)\b/i
/** "Expert level or above" says how a test counts, and names nobody who took it. */
const asGoodAs =
  /\b(?:human|expert|human expert|professional|phd)[ -](?:expert[ -])?level\b|\b(?:at or above|beats? or ties|vs\.?|versus) (?:human )?(?:experts?|professionals?)\b/gi
const average = /^(?:average|avg\.?|mean|overall|total|aggregate|geometric mean|geomean|sum|macro avg|weighted|composite)\b/i

const heads: { of: 'model' | 'benchmark' | 'value' | 'setting' | 'category'; pattern: RegExp }[] = [
  { of: 'model', pattern: /^(?:ai )?(?:models?|llms?|systems?|names?|model names?|contenders?|agents?)$/i },
  {
    of: 'benchmark',
    pattern:
      /^(?:benchmarks?|tests?|evals?|evaluations?|datasets?|benchmark \/? ?(?:\(?metric\)?|name|dataset)|benchmark name|tasks?|suite|exam|evaluation|test name|metric|metrics|task ?\/ ?benchmark)$/i,
  },
  {
    of: 'value',
    pattern:
      /^(?:scores?|results?|values?|overall(?: (?:score|accuracy))?|accuracy|acc\.?|performance|pass@1|elo|elo (?:score|rating)|rating|arena (?:score|elo)|score ?\(?(?:%|elo)?\)?|success rate|pass rate|% ?(?:correct|resolved|score)?|percent(?:age)?(?: correct)?|resolved|% resolved|points|accuracy ?\(%\)|score \/ accuracy|reported score|headline score|index|f1|wer|number|figure)$/i,
  },
  {
    of: 'setting',
    pattern:
      /^(?:#? ?shots?|# ?shots|n-?shots?|settings?|modes?|effort|reasoning(?: effort| level| mode)?|thinking(?: mode| budget)?|variants?|config(?:uration)?|tools?|tool use|harness|scaffold|agent|conditions?|protocol|setup|type|version|evaluation method|method)$/i,
  },
  {
    of: 'category',
    pattern:
      /^(?:categor(?:y|ies)|domains?|areas?|capabilit(?:y|ies)|fields?|skills?|groups?|dimensions?|types?|task types?|#|no\.?|rank)$/i,
  },
]

/** Reads the labels of one table. `passage`: the table's passage, for shortened names; `named`: the full names of the text's models. */
export function labelReader(discourse: Discourse, passage: number, named: ReadonlySet<string>): (text: string) => Label {
  const cache = new Map<string, Label>()
  return (text) => {
    let label = cache.get(text)
    if (!label) {
      label = labelOf(text, discourse, passage, named)
      cache.set(text, label)
    }
    return label
  }
}

function labelOf(text: string, discourse: Discourse, passage: number, named: ReadonlySet<string>): Label {
  const plain = text.replace(/^[^\p{L}\p{N}(τ∞#$€%]+/u, '').trim()
  if (plain === '' || text.length > 160) return plain === '' ? { role: 'empty' } : { role: 'unknown', text }
  const head = heads.find((one) => one.pattern.test(plain.replace(/[:*]+$/, '').trim()))
  const benchmarks = findBenchmarks(text)
  const models = findModels(text).filter((model) => !benchmarks.some((one) => one.start <= model.start && one.end >= model.end))
  const [benchmark] = benchmarks.filter((one) => !models.some((model) => model.start <= one.start && model.end >= one.end))
  const [model] = models
  if (head && !model && (!benchmark || head.of !== 'value')) return { role: 'head', of: head.of, text: plain }
  const next = benchmark && benchmarks.filter((one) => one.name !== 'word error rate')[benchmarks.indexOf(benchmark) + 1]
  // "MMLU / MMLU-Pro" is two tests; "GPQA (part of HELM)" is one.
  if (benchmark && next && next.name !== benchmark.name && !text.slice(benchmark.end, next.start).includes('('))
    return { role: 'unknown', text }
  // "OTIS-AIME-2025" is a test of its own.
  if (benchmark && /[A-Za-z]-$/.test(text.slice(0, benchmark.start))) return { role: 'unknown', text: plain }
  if (benchmark && (!model || benchmark.start < model.start)) {
    const outside = text.slice(0, benchmark.start) + text.slice(benchmark.end)
    if (
      neverScore.test(outside.replace(/\((?:vs\.? [^()]*|[\d,]+ [a-z]+)\)/gi, '')) ||
      (people.test(outside.replace(asGoodAs, '')) && !model)
    )
      return { role: 'none' }
    return benchmarkLabel(text, benchmark)
  }
  if (model) {
    const outside = text.slice(0, model.start) + text.slice(model.end)
    if (neverScore.test(outside)) return { role: 'none' }
    if (models.length > 1) return { role: 'unknown', text }
    const label = modelLabel(text, model, discourse, passage, benchmark?.start)
    if (label.role !== 'model' || !benchmark) return label
    return {
      role: 'both',
      model: label,
      benchmark: benchmarkLabel(text.slice(benchmark.start), { ...benchmark, start: 0, end: benchmark.end - benchmark.start }),
    }
  }
  if (named.has(plain)) return { role: 'model', name: plain, variant: null, setting: {} }
  const whole = /^\d[\d.]* [A-Z]|^[A-Z][a-z]+-[A-Z]/.test(plain) ? partNames(named).whole(plain) : null
  if (whole !== null) return { role: 'model', name: whole, variant: null, setting: {} }
  if (people.test(plain) || average.test(plain) || neverScore.test(plain) || factWords.test(plain)) return { role: 'none' }
  return { role: 'unknown', text: plain }
}

function benchmarkLabel(text: string, mention: BenchmarkMention): BenchmarkLabel {
  const after = text.slice(mention.end)
  const before = text.slice(0, mention.start)
  const brackets = [...after.matchAll(/\(([^()]*)\)|\[([^[\]]*)\]/g)].map((match) => match[1] ?? match[2] ?? '')
  const bare = after.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
  const parts = partsOf([...brackets, bare])
  const inBrackets = settingOf(parts.length > 0 ? '' : brackets.join('; '))
  const behind = settingOf(parts.length > 0 ? '' : bare)
  const ahead = settingOf(before)
  const more =
    /^[\s\-–:,]*[A-Z0-9]/.test(bare) &&
    behind.rest !== '' &&
    /^[A-Z0-9]/.test(behind.rest) &&
    (!/^\d+\.\d+$/.test(behind.rest) || /^\s*\d\.\d$/.test(bare)) &&
    !/[:–—]/.test(bare)
      ? ` ${behind.rest}`
      : ''
  const setting: Setting = { ...ahead.setting, ...behind.setting, ...inBrackets.setting }
  const unknown = [more === '' ? behind.rest : '', inBrackets.rest].filter((one) => one !== '').join(' ')
  if (unknown !== '' && setting.subset === undefined) setting.subset = unknown
  if (mention.version !== null && !mention.name.includes(mention.version)) setting.version = mention.version
  const variant = [...ahead.variant, ...behind.variant, ...inBrackets.variant]
  if (setting.version !== undefined) variant.push(setting.version)
  return {
    role: 'benchmark',
    name: mention.name + more,
    entry: more === '' ? mention.entry : null,
    variant,
    setting,
    percent: /%|\bpercent\b/.test(before + after),
    rated: /\b(?:elo|ratings?)\b/i.test(before + after),
    parts,
  }
}

/** "no tools / with tools": the parts of a label that has one for each number of a cell; none where a part says nothing of how. */
function partsOf(texts: readonly string[]): string[] {
  for (const text of texts) {
    const parts = text.split('/').map((part) => part.trim())
    const told = parts.map((part) => settingOf(part)).every((how) => how.rest === '' && Object.keys(how.setting).length > 0)
    if (parts.length > 1 && told) return parts
  }
  return []
}

/** What may stand before a model's name without being part of it: its role in the table, or the group of columns that it belongs to. */
const roleWord =
  /^(?:the|our|new|old|previous|prior|current|latest|best|baseline|challenger|(?:(?:closed|open|proprietary|frontier|commercial|flagship|small|large)(?:[- ](?:source|weights?))?|(?:non-)?(?:reasoning|thinking)|base|instruct(?:ion[- ]tuned)?|other|dense|moe)?(?: ?(?:models?|llms?))?)$/i

function modelLabel(text: string, mention: ModelMention, discourse: Discourse, passage: number, until = text.length): Label {
  const before = text
    .slice(0, mention.start)
    .replace(/[([\s:–—-]+$/, '')
    .trim()
  const after = text.slice(mention.end, until)
  if (before !== '' && canonicalVendor(before) === null && /\p{L}/u.test(before) && !roleWord.test(before)) {
    if (!/^[^\p{L}]*$/u.test(settingOf(before).rest)) return { role: 'unknown', text }
  }
  const more = settingOf(after)
  const bare = after.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
  const words = settingOf(bare).rest
  // "Nova-9B / 30B-A3B": two models in one label.
  if (/^\s*(?:\/|&|\+|,|and\b)\s*\S/.test(bare) && /\d/.test(words)) return { role: 'unknown', text }
  const rest = canonicalVendor(words) === null && !/^(?:today|reported|official|yesterday|[Nn]ow)$/i.test(words) ? words : ''
  // "Sonar Foundation Agent" is no model of the family whose name it shares.
  if (!/\d/.test(mention.name) && /\b(?:agents?|harness|scaffold)$/i.test(rest)) return { role: 'unknown', text }
  // "K2.5-1T-A32B": a name without its family's head but with sizes is kept as it is written.
  if (!text.trim().startsWith(mention.name.slice(0, 3)) && /^\S+-\d+(?:\.\d+)?[BT]-A\d+(?:\.\d+)?B$/.test(text.trim()))
    return { role: 'model', name: text.trim(), variant: null, setting: {} }
  const resolved = mention.short ? discourse.resolve({ ...mention, passage }) : mention
  if (!resolved) return { role: 'short', text }
  // "Kimi K2.5 (Thinking)": what stands in brackets is a mode, also where a model of that name exists.
  const mode = /\(([^()]+)\)$/.exec(text.slice(mention.start, mention.end))?.[1]
  if (mode && resolved.name.endsWith(` ${mode}`)) {
    return { role: 'model', name: resolved.name.slice(0, -mode.length - 1), variant: mode, setting: { effort: mode } }
  }
  const extended =
    mention.variant === null &&
    !mention.short &&
    /^[\s-]*[A-Z0-9]/.test(bare) &&
    /^[A-Z0-9][\w.+ -]*$/.test(rest) &&
    rest.length <= 30
  // A date, a version or another remark in brackets tells two columns of one model apart.
  const remark = [...after.matchAll(/\(([^()]{2,30})\)/g)]
    .map((match) => {
      const how = settingOf(match[1] as string)
      return how.rest !== '' && how.variant.length === 0 && Object.keys(how.setting).length === 0
        ? (match[1] as string)
        : how.rest
    })
    .filter((one) => one !== '')
  const remarks = remark.filter(
    (one) =>
      canonicalVendor(one) === null &&
      !/\b(?:ref|reference|(?:this|our) (?:run|work|test)|independent|measured|submitted|baseline|budget|ours|vendor|reported|official)\b/i.test(
        one,
      ) &&
      !/^(?:open|closed|proprietary|new|old|current|latest|max|high|medium|low|minimal)\b/i.test(one) &&
      !/^\d[\d.]*[BT] (?:active|activated|total|params?|parameters?|dense|MoE)$/i.test(one),
  )
  const effort = /\b(?:max|high|medium|low|minimal|xhigh)\b/i.exec(more.rest)?.[0]
  const variant = [mention.variant, ...more.variant, ...(effort && !extended ? [effort] : []), ...remarks].filter(
    (one) => one !== null && one !== undefined,
  )
  const setting: Setting = { ...more.setting }
  if (effort && !extended && setting.effort === undefined) setting.effort = effort
  return {
    role: 'model',
    name: extended ? `${resolved.name} ${rest}` : resolved.name,
    variant: variant.length > 0 ? variant.join(', ') : null,
    setting,
  }
}

const noName =
  /^(?:baseline|base|ours?|previous|prior|prev|old|new|newer|older|current|latest|best|sota|state[ -]of[ -]the[ -]art|top|model [a-z\d]|system [a-z\d]|competitors?|rivals?|others?|next best|runner[ -]up|open|closed|original|default|standard|easy|hard|medium|public|private|dev|test|train|val|validation|yes|no|before|after|today|then|now|q[1-4]|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|mon|tue|wed|english|chinese|french|german|text|image|video|audio|coding|math|maths|reasoning|science|vision|general|agentic|knowledge|safety)$/i

/** Words that no product's name holds: the label stands for some other party or for a sum. */
const partyWord =
  /\b(?:previous|prior|next|best|sota|baselines?|averages?|median|mean|ours?|open[- ]source|open[- ]weights?|closed|proprietary|humans?|experts?|random|competitors?|rivals?|others?|top|leading|leaders?|winners?|gap|lead|total|scores?|results?|notes?|recovery|rank|year|date|price|cost|size|params|verdict|source|cli|code|ide|copilot|agents?|cursor|devin|aider|openhands|harness|scaffold)\b/i

/** Whether a label that nobody knows looks like a product's name: capitalised words with a digit, a hyphen or an inner capital, which no plain word has. */
export function looksLikeName(text: string): boolean {
  const plain = text.replace(/\([^()]*\)/g, ' ').trim()
  if (plain.length < 2 || plain.length > 40 || noName.test(plain)) return false
  if (partyWord.test(plain) || canonicalVendor(plain) !== null) return false
  const words = plain.split(/[\s/]+/)
  if (words.length > 6 || !words.every((word) => /^[\p{Lu}\d]|^[a-z]{1,6}[-.]?\d/u.test(word))) return false
  return /\p{L}{2}/u.test(plain) && /\d|\p{L}-\p{L}|\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(plain)
}

/** Whether an unknown label may be a test's own name: an acronym or a word with inner capitals, digits or a hyphen, no plain field ("Coding"). */
export function looksLikeTest(text: string): boolean {
  const plain = text.replace(/\([^()]*\)/g, ' ').trim()
  if (plain.length < 3 || plain.length > 40 || plain.split(/\s+/).length > 4) return false
  if (neverScore.test(plain) || factWords.test(plain) || average.test(plain) || noName.test(plain)) return false
  if (/\b(?:FPS|RPM|QPS|RTF|M?FLOPs?|MACs|GPU|CPU|ID|SOTA|FP\d+|INT\d+|BF\d+|[KQ]\d)\b/i.test(plain)) return false
  const first = plain.split(/\s+/)[0] as string
  return /^(?=.*[A-Z])(?:[\w²³τ]*[a-z²][A-Z][\w²-]*|[A-Z]{3,}[\w-]*|[A-Z][\w]*-?[A-Z0-9][\w-]*)$/.test(first)
}

/**
 * A head that only makes sense after the name of the family that the text is about: "Micro" or "H Tiny MoE" after "Granite 4.0", "xhigh" after
 * the whole topic. Null where family, version and head make no full name.
 */
export function completed(head: string, topic: string): ModelLabel | null {
  const how = settingOf(head)
  if (how.rest === '' && how.variant.length > 0)
    return { role: 'model', name: topic, variant: how.variant.join(', '), setting: how.setting }
  const start = /^[A-Za-z]+[ -]?[A-Z]?\d+(?:\.\d+)?/.exec(topic)?.[0]
  const plain = head
    .replace(/\b(?:MoE|Dense|Model)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!start || plain === '' || plain.length > 40) return null
  const whole = `${start} ${plain}`
  const [mention, other] = findModels(whole)
  if (!mention || other || mention.start !== 0 || mention.short) return null
  const active = /^[ -](A\d+B)$/.exec(whole.slice(mention.end))?.[1]
  if (mention.end !== whole.length && !active) return null
  return { role: 'model', name: mention.name, variant: [mention.variant, active].filter(Boolean).join(' ') || null, setting: {} }
}
