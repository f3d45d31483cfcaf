import { type FactSentence, type FoundFact, listedWith, ownersAt, unrealAt } from './fact-sentence.ts'
import { type Count, findCounts } from './quantities.ts'

/** Every limit below is told by one of these words. */
const anyLimit = /context|tok|output|completion|generat|produc|writ|return|emit|giv/i
const least = 1_000
const most = 200_000_000

const contextBefore =
  /\b(?:ctx|context(?: (?:windows?|lengths?|limits?|sizes?|support))?|long[ -]contexts?|input (?:context|window))\b[^.;]{0,45}$/i
const contextAfter =
  /^[ -]?(?:(?:input )?tokens?)?[ -]?\)?(?: ?words? \(tokens\))?(?: of| in| for)?(?: (?:maximum|max|total|native|default|full|usable|long|input|multimodal))?[ -]?(?:context(?: ?(?:window|length|limit|size)s?)?|ctx)\b/i
const tokenWindow = /^[ -]?(?:tokens?|toks?)?[ -](?:token )?windows?\b/i
const takes =
  /\b(?:process(?:es|ing)?|handl(?:e|es|ing)|support(?:s|ing)?|accept(?:s|ing)?|ingest(?:s|ing)?|tak(?:e|es|ing)(?: in)?|read(?:s|ing)?|remember(?:s)?|work(?:s|ing)? with|inputs? of)(?: up)?(?: to| as many as)? ?(?:an? |about |around |roughly |approximately |nearly )?$|\bsequences? (?:of )?up to $/i

const outputBefore =
  /\b(?:max(?:imum)?(?:[ -](?:of|total))?[ -](?:output|completion|generation)(?:[ -](?:tokens?|length|limit|size|window))?|output[ -](?:token[ -])?(?:limits?|caps?|ceiling|length|window)|(?:cap|limit)(?:s|p?ing|p?ed)? (?:its |the )?outputs?(?: length| tokens)? (?:at|to)|output (?:is |was )?(?:capped|limited) (?:at|to)|(?:generat|produc|writ|output|return|emit|giv)(?:es?|s|ing)?(?: text| answers?| responses?)?(?: of)?(?: a maximum of| as many as| at most| up to))\b[^.;,]{0,25}$/i
const outputAfter =
  /^[ -]?reasoning and output tokens?\b|^[ -]?(?:tokens?)?[ -]?(?:(?:of|for|as|in) )?(?:max(?:imum)?|of) ?(?:output|completion)s?\b|^[ -]?(?:tokens?)?[ -](?:max(?:imum)?[ -])?output(?: tokens?)?[ -]?(?:limits?|caps?|ceiling|window|length|max(?:imum)?|capacity)\b|^[ -]?tokens? (?:of|per|in (?:its|a single)) (?:output|response|repl)(?!\w* (?:per|each|an?|every) (?:call|request|query|run|task|job|minute|hour|day|month))/i
const upTo =
  /\b(?:up to|maximum(?: of)?|max(?: of)?|at most|as many as|limit(?:ed to)?(?: of)?|cap(?:ped at)?(?: of)?)(?: a)? ?$/i

/** Runs, tests and usage counts: "at 128K context", "used 58M output tokens", "trained on 36 trillion tokens". */
const usage =
  /\b(?:train\w*|pre-?train\w*|used|uses|using|consum\w*|spent|spend\w*|burn\w*|cost\w*|budget\w*|corpus|dataset|score[sd]?|scoring|tested|evaluat\w*|benchmark\w*|beyond|exceed\w*|over|above|more than|prompts? (?:over|above|under|below|up to|longer than)|\/|per)[ (]{0,2}(?:[\w-]+ ){0,3}$/i
/** "1,000 tokens of input and 1,000 of output per call" */
const perUse = /^[^.;]{0,50}\b(?:per|each|every) (?:call|request|query|run|task|job|minute|hour|day|month)\b/i
/** "keeps a coherent output up to 100K tokens": what is written stays so over a prompt of that length. */
const kept = /\b(?:maintain|keep|stay|remain|preserv|retain)\w* [^.;,]{0,40}\boutputs? (?:of )?up to [^.;,]{0,12}$/i
const setting = /\bat (?:an? |the )?$/i

/** "capped at 8,192 tokens in X", "a 1M window for X": the limit is that model's. */
const inModel = /^(?: (?:tokens?|context|window|limit|of|output|input|maximum)){0,4} (?:in|for|on|with) (?:the |its )?$/

const format = (count: Count): string => String(count.value)

/**
 * Context windows and output limits as whole numbers of tokens: "a 1M-token context window", "context length of 256K", "process up
 * to 1 million tokens", "max output 16,384". Quantities inside a benchmark's name, training sizes, usage and price tiers are none.
 */
export function readLimits(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  if (!/\d|million|thousand/.test(text) || !anyLimit.test(text)) return []
  const found: FoundFact[] = []
  const counts = findCounts(text)
  for (const [i, count] of counts.entries()) {
    if (count.unit === 'parameters' || count.value < least || count.value > most || !Number.isInteger(count.value)) continue
    if (count.magnitude === 'b' || count.magnitude === 't' || count.magnitude === 'billion' || count.magnitude === 'trillion')
      continue
    if (sentence.benchmarks.some((b) => b.start < count.end && count.start < b.end)) continue
    const numberEnd =
      count.start + text.slice(count.start, count.end).replace(/[ -]?(?:input |output |context )?(?:tokens?|toks?)$/i, '').length
    const lead = text.slice(Math.max(0, count.start - 90), count.start)
    const rest = text.slice(numberEnd, numberEnd + 60)
    const tested = sentence.benchmarks.length > 0 || /\b(?:scor(?:es?|ed|ing)|accura\w+|recall|retriev\w+)\b/i.test(text)
    if ((tested && setting.test(lead)) || /\bduring (?:pre-?|mid-?)?training\b/i.test(text.slice(numberEnd, numberEnd + 40)))
      continue
    if (/\b(?:ran|tested)\b/i.test(text.slice(0, count.start)) && /\bwith (?:an? )?$/i.test(lead)) continue
    const attribute = limitOf(lead, rest, count, counts[i + 1], text)
    if (attribute === null) continue
    if (unrealAt(text, count.start) || formerValue(lead, rest) || /\ball (?:of )?(?:our|the|its|their) models\b/i.test(text))
      continue
    const behind = sentence.models.findIndex((m) => m.start >= count.end && inModel.test(text.slice(count.end, m.start)))
    const owners = behind < 0 ? ownersAt(sentence, count.start) : listedWith(sentence, behind)
    for (const owner of owners)
      found.push({
        model: owner.name,
        variant: owner.variant,
        attribute,
        value: format(count),
        condition: conditionAfter(text.slice(count.end, count.end + 70)),
        start: Math.max(0, count.start - 60),
        end: Math.min(text.length, count.end + 40),
      })
  }
  return found
}

function limitOf(
  lead: string,
  rest: string,
  count: Count,
  next: Count | undefined,
  text: string,
): 'context_window' | 'max_output' | null {
  const bare = count.unit === null && count.magnitude === null
  if (bare && count.value < 4_000) return null
  if (usage.test(lead) && !/\bcontext/i.test(rest.slice(0, 20))) return null
  if (perUse.test(rest)) return null
  if (
    outputAfter.test(rest) ||
    (/^[ -]?output tokens?/i.test(rest) &&
      (upTo.test(lead) ||
        /\b(?:supports?|allows?|offers?|produces?|generates?|handles?|delivers?|emits?|with) (?:a |an |about |roughly )?$/i.test(
          lead,
        ) ||
        /\b(?:context|input tokens?)\b[^.;$]{0,40}$/i.test(lead)))
  )
    return 'max_output'
  const writes = outputBefore.exec(lead)
  if (writes !== null && !/context/i.test(writes[0]))
    return (count.unit === 'tokens' || count.magnitude !== null || /token/i.test(writes[0])) && !kept.test(lead)
      ? 'max_output'
      : null
  // "for <200k context": a price tier; "8 GB at 262K context": a run
  if (/[<>≤≥] ?$/.test(lead) || (setting.test(lead) && /^[ -]?context(?! (?:window|length|limit|size))/i.test(rest))) return null
  if (contextAfter.test(rest) || (count.unit === 'tokens' && tokenWindow.test(rest))) {
    // "scored 40 at 128K context": the test's setting
    return setting.test(lead) && /\b(?:scor|reach|achiev|accura|%|percent|recall|retriev)/i.test(lead) ? null : 'context_window'
  }
  // a limit on the input, where the sentence gives the whole window as well
  if (/^[ -]?(?:tokens?[ -])?(?:max(?:imum)?[ -])?input\b/i.test(rest) && /\bcontext (?:window|length)\b/i.test(text)) return null
  const named = contextBefore.exec(lead)
  if (named !== null) {
    if (count.unit === null && count.magnitude === null && !/window|length|limit|size/i.test(named[0])) return null
    if (/\b(?:output|train|parameters?|scor|price|cost|(?:gives?|writes?|answers?|returns?)\b|generat|produc)/i.test(named[0]))
      return null
    // only the first quantity after the words, or one joined to it
    const between = named[0]
    if (
      /\d/.test(between) &&
      !/\d[\d.,]* ?[KkMm]?(?:[ -]?tokens?)?(?: \([^)]{0,30}\))?,? ?(?:to|and|or|,|\/|\(|up to)[ (]{0,2}(?:up )?(?:to )?$/.test(
        between,
      )
    )
      return null
    return next === undefined || text.slice(count.end, next.start).length > 0 ? 'context_window' : null
  }
  if (count.unit === 'tokens' && takes.test(lead) && upTo.test(lead))
    return /output/i.test(rest.slice(0, 20)) ? null : 'context_window'
  return null
}

/** "expanded from 128K to 200K": the first is the predecessor's. */
const formerValue = (lead: string, rest: string): boolean =>
  /\b(?:from|previous(?:ly)?|formerly|up from|down from|used to be|was|than|versus|vs\.?|against|earlier)(?: model-native| native)?(?: (?:an?|the|just|only|its|about|around|roughly))* ?$/i.test(
    lead,
  ) || /^[^.;]{0,30}\b(?:larger|smaller|longer|more) than\b/i.test(rest.slice(0, 35))

/** "(beta)", "for standard users", "in beta", "(standard)": what a limit holds under. */
function conditionAfter(rest: string): string | null {
  const bracket =
    /^[^.;,()]{0,25}\((beta|preview|standard|default|extended|experimental|native|with YaRN)(?!:)[^)\d]{0,20}\)/i.exec(rest)
  if (bracket !== null) return (bracket[1] as string).toLowerCase()
  const mode = /^[^.;,]{0,30}\b(?:in (beta|preview)|for (standard|enterprise|paid|free|API) users)\b/i.exec(rest)
  const word = mode?.[1] ?? mode?.[2]
  return word === undefined ? null : mode?.[2] === undefined ? word.toLowerCase() : `${word} users`
}
