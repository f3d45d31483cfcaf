import { vendorOf } from '../lexicon/canonical.ts'
import type { Discourse, Mention, ModelRef } from './discourse.ts'
import { nicknames } from './fact-nicknames.ts'
import { leadsToComplement, listedWith, type NamedModel, productTail } from './fact-sentence.ts'
import { tiers } from './fact-tiers.ts'
import type { Passage, Sentence } from './passages.ts'

/** Whom the sentences of an article speak of, as fact readers need it. */
export interface FactSubjects {
  /** The model that the article is about, where that is sure. */
  topic: ModelRef | null
  /** The models spoken of where a passage begins: its parent's, those of its nearest heading, else the article's topic. */
  opening(passage: Passage): string[]
  /** Says what a passage ended up speaking of, for the items that hang under it. */
  close(passage: Passage, models: string[]): void
  /** The mentions within one sentence, resolved; to be asked for the sentences of a passage in their order. */
  within(sentence: Sentence, mentions: Pending): NamedModel[]
}

/** Mentions of a passage in order, and how many of them earlier sentences have used up. */
export interface Pending {
  mentions: readonly Mention[]
  next: number
}

const familyNoun = /^["”]?(?: \w+)? (?:series|famil(?:y|ies)|models|versions|line-?up|line|generation|releases)\b/i

/** "GPT" in "GPT-4V", "Gemini" in "Gemini-VL": the text's name goes on, so it is none of those that it could be short for. */
const goesOn = /^(?:-\d[\w.]*[A-Z]\w*|-[A-Z]{2,6})(?![\w-])/

/** `declared`: the article's own metadata names its model. */
export function factSubjects(discourse: Discourse, passages: readonly Passage[], declared: boolean): FactSubjects {
  const topic = declared ? discourse.topic : surelyTopic(discourse, passages)
  const ends = new Map<number, string[]>()
  const byHeading = new Map<string, string[]>()
  const names = new Map<string, string | null>()
  const familyNames = new Map<string, Set<string>>()
  for (const mention of discourse.mentions) {
    if (!names.has(mention.name)) names.set(mention.name, discourse.resolve(mention)?.name ?? null)
    if (mention.short) continue
    const known = familyNames.get(mention.family)
    if (known === undefined) familyNames.set(mention.family, new Set([mention.name]))
    else known.add(mention.name)
  }
  const fullNames = [...new Set([...[...familyNames.values()].flatMap((all) => [...all]), ...discourse.titled])]
  const nicks = nicknames(new Set([...familyNames.values()].flatMap((known) => [...known])))
  const topicFamily = discourse.mentions.find((m) => m.name === topic?.name)?.family
  const byTier = tiers(topic, (topicFamily === undefined ? undefined : familyNames.get(topicFamily)) ?? new Set())
  // "Claude Fable", "R1": cut short, but all that the article ever says
  const ownName = (mention: Mention, written: string): ModelRef | null => {
    if (!/[ \d]/.test(mention.name)) return null
    // "the Flash variant": whose, a tier alone does not say
    if (!/\d/.test(mention.name) && !written.startsWith(mention.name.split(' ')[0] as string)) return null
    const known = [...(familyNames.get(mention.family) ?? [])]
    const words = nameWords(mention.name)
    return known.some((name) => nameWords(name).isSupersetOf(words)) ? null : { name: mention.name, variant: mention.variant }
  }
  // "Codex-Spark" for GPT-5.3-Codex-Spark: a name that no lexicon knows, with no version, is the end of the one full name that it ends
  const wholeOf = (name: string): string => {
    const parts = nameWords(name)
    // "2.0" and "2" are one version
    // what the title calls it is short for no file's name ("Voxtral-4B-TTS-2603")
    const titled = discourse.titled.includes(name)
    const fuller = fullNames.filter(
      (full) => /\d/.test(full) && nameWords(full).isSupersetOf(parts) && (!titled || full.endsWith(name)),
    )
    const [only] = fuller
    const one = new Set(fuller.map((full) => full.replace(/\.0(?!\d)/, ''))).size === 1
    if (only !== undefined && one && (parts.size > 1 || fuller.includes(topic?.name ?? '')))
      return fuller.find((full) => full === topic?.name) ?? only
    if (vendorOf(name) !== null) return name
    const known = [...familyNames.values()].flatMap((all) => [...all].filter((full) => full !== name && full.endsWith(name)))
    return known.length === 1 ? (known[0] as string) : name
  }
  const wholes = new Map<string, string>()
  const whole = (name: string): string => {
    // what the title calls it is its name, whatever a checkpoint is called
    if (/\d/.test(name) || discourse.titled.includes(name)) return name
    const known = wholes.get(name) ?? wholeOf(name)
    wholes.set(name, known)
    return known
  }
  const headed = (heading: string): string[] => {
    const before = byHeading.get(heading)
    if (before !== undefined) return before
    const named: string[] = []
    const said = plain(heading)
    for (const [name, full] of names) if (full !== null && said.includes(plain(name)) && !named.includes(full)) named.push(full)
    const longest = named.filter((n) => !named.some((other) => other !== n && other.includes(n)))
    byHeading.set(heading, longest)
    return longest
  }
  // a bare family name is the topic's where the article names no other model of the family
  const topicFor = (mention: Mention): ModelRef | null => {
    if (topic === null || !topic.name.startsWith(`${mention.name} `)) return null
    const known = familyNames.get(mention.family)
    return known === undefined || [...known].every((name) => name === topic.name) ? topic : null
  }
  // "**Nova 5** (fast)" on a line of its own is the heading of the list below it
  const lists: number[] = []
  for (const [at, { block }] of passages.entries()) lists.push(block.kind === 'item' ? (lists[at - 1] ?? at) : at)
  const nameAbove = (index: number): string[] | null => {
    const at = lists[index] ?? index
    const line = passages[at]
    if (at === index || line === undefined || line.block.kind !== 'paragraph' || line.text.length > 80) return null
    const named = discourse.inPassage(at)
    const [only] = named
    if (
      only === undefined ||
      named.length > 1 ||
      only.start > 4 ||
      !/^:?(?: \([^()]*\))?:?$/.test(line.text.slice(only.end).trimEnd())
    )
      return null
    const full = discourse.resolve(only)?.name
    return full === undefined ? null : [full]
  }
  return {
    topic,
    opening(passage) {
      const parent = passage.parent === null ? undefined : ends.get(passage.parent)
      if (parent !== undefined && parent.length > 0) return parent
      const above = passage.parent === null ? nameAbove(passage.index) : null
      if (above !== null) return above
      for (const heading of passage.headings.toReversed()) {
        const named = headed(heading)
        if (named.length === 1) return named
      }
      return topic === null ? [] : [topic.name]
    },
    close(passage, models) {
      ends.set(passage.index, models)
    },
    within(sentence, pending) {
      const found: NamedModel[] = []
      const { mentions } = pending
      while (pending.next < mentions.length && (mentions[pending.next] as Mention).start < sentence.start) pending.next += 1
      for (; pending.next < mentions.length; pending.next += 1) {
        const mention = mentions[pending.next] as Mention
        if (mention.end > sentence.end) break
        const start = mention.start - sentence.start
        const end = mention.end - sentence.start
        // the app, not the model
        if (mention.short && sentence.text.slice(start, end) === 'ChatGPT') continue
        const after = sentence.text.slice(end, end + 30)
        if (mention.short && productTail.test(after)) continue
        const plural = mention.short && familyNoun.test(after)
        const longer = mention.short ? goesOn.exec(after)?.[0] : undefined
        if (longer !== undefined) {
          const name = mention.name + longer
          const complement = compared(sentence.text, start)
          found.push({ start, end: end + longer.length, name, variant: null, complement, family: false })
          continue
        }
        const resolved = plural
          ? null
          : (discourse.resolve(mention) ?? topicFor(mention) ?? ownName(mention, sentence.text.slice(start, end)))
        found.push({
          start,
          end:
            end +
            (/^ (?:AI |language )?model(?=[ ,.;:)]|$)(?! (?:famil|series|card|line|weights|report))/.exec(after)?.[0].length ??
              0),
          name: plural ? mention.name : whole(resolved?.name ?? mention.name),
          variant: resolved?.variant ?? null,
          complement:
            compared(sentence.text, start) ||
            /^ (?:family|series|line)'s\b/.test(after) ||
            (familyNoun.test(after) &&
              /\b(?:in|of|from|within|to) (?:the|its|their) $/.test(sentence.text.slice(Math.max(0, start - 12), start))),
          family: resolved === null && mention.short,
          unclear:
            (resolved === null && mention.short && !plural && /[ \d]/.test(mention.name)) ||
            // a part of it: "the X VAE"
            /^ (?:VAE|[Tt]okenizer|SDK)\b/.test(after) ||
            // "same price as Sonnet 4.5 (Sonnet prices: …)": whose the second is, is anyone's guess
            (mention.short && !/\d/.test(mention.name) && found.some((m) => m.complement && m.name === resolved?.name)),
        })
      }
      for (const { start, end, name } of nicks(sentence.text)) {
        const taken = found.findIndex((m) => m.start < end && start < m.end)
        if (taken >= 0 && (found[taken]?.family !== true || end <= (found[taken]?.end ?? 0))) continue
        if (taken >= 0) found.splice(taken, 1)
        found.push({ start, end, name, variant: null, complement: compared(sentence.text, start), family: false })
      }
      for (const { start, end, name, variant, unclear } of byTier(sentence.text)) {
        if (found.some((m) => m.start < end + 2 && start < m.end)) continue
        found.push({ start, end, name, variant, complement: compared(sentence.text, start), family: false, unclear })
      }
      found.sort((a, b) => a.start - b.start)
      spreadComplements(sentence.text, found)
      return found
    },
  }
}

const compared = (text: string, start: number): boolean => leadsToComplement(text.slice(Math.max(0, start - 90), start))

const plain = (text: string): string => text.toLowerCase().replace(/[-_ ]+/g, ' ')

const nameWords = (name: string): Set<string> =>
  new Set(
    name
      .toLowerCase()
      .split(/[^a-z0-9.]+/)
      .filter(Boolean),
  )

/**
 * The topic, where the title names it or the text opens with it. A model that is only the first to be named further on may be the base or
 * the rival of the one that the article is about.
 */
function surelyTopic({ topic, titled, mentions }: Discourse, passages: readonly Passage[]): ModelRef | null {
  if (topic === null || titled.length > 0) return topic
  const first = mentions.find((m) => m.name === topic.name)
  const lead = passages.find((p) => p.sentences.length > 0 && p.block.kind !== 'heading' && p.block.kind !== 'title')
  return first === undefined || lead === undefined || first.passage <= lead.index ? topic : null
}

const makerJoint = /^(?:,| and|, and| or|, or) (?:[A-Z][\w.&-]{1,20} ?){1,2}'s (?:[a-z][\w-]* ){0,3}$/

/** The compared-with status spreads along a list: "behind only A, B and C". */
function spreadComplements(text: string, models: NamedModel[]): void {
  for (let i = 0; i < models.length; i += 1) {
    if (!models[i]?.complement) continue
    const list = listedWith({ text, models }, i)
    for (const listed of list) if (listed.start > (models[i] as NamedModel).start) listed.complement = true
    i += Math.max(0, list.length - 1 - list.indexOf(models[i] as NamedModel))
    const [last, next] = [models[i], models[i + 1]]
    if (last !== undefined && next !== undefined && makerJoint.test(text.slice(last.end, next.start))) next.complement = true
  }
}
