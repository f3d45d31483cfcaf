import { type FactSentence, type FoundFact, ownersAt, unrealAt } from './fact-sentence.ts'

const adjective = '(?:(?:natural|spoken|written|fluent|multilingual|real-?time|static|still|raw|plain) )?'
const kind = '(?:text|images?|audio|videos?|voice|speech|code|PDFs?|documents?|vision|music|3D)(?![a-z])'
/** Without one of these a sentence names no modality. */
const anyKind = new RegExp(String.raw`\b(?:${kind}|photos?\b)`, 'i')
const list = String.raw`(${adjective}${kind}(?:(?:, | and |, and | or |, or | & | \+ |\/|, as well as | as well as |, plus | plus )(?:as well as |even )?${adjective}${kind}){1,6})`
/** Not followed by another item that is no modality: ", and user context"; a verb may follow ("and generates"). */
const closed = String.raw`(?! (?:tools?|search|editors?|files|boxes|fields|generation|messages|tasks|benchmarks?)\b)(?!,? (?:and|or) (?!generat|produc|output|return|respond|answer|repl(?:y|ies)|speak|can |has |is |it |the |then |with |create|support|even )[a-z])(?!, \w+,? (?:and|or) )`
const verbList = new RegExp(
  String.raw`\b(?:(?:jointly |natively |simultaneously )?(?:process|integrat|unif|model|encod)(?:es|e|s|ies|y|ing)?|accept(?:s|ing)?|pars(?:e|es|ing)|understand(?:s|ing)?(?: and (?:generat|produc|creat)(?:es?|ing))?|spans?|spanning|covers?|receives?|reads?|perceives?|handl(?:e|es|ing)|tak(?:e|es|ing)(?: in)?|support(?:s|ing)?|blend(?:s|ing)?|combin(?:e|es|ing)|reason(?:s|ing)? (?:over|across|about)|analy[sz](?:e|es|ing)|interpret(?:s|ing)?|work(?:s|ing)? (?:with|across)|ingest(?:s|ing)?|input(?:s)?(?:, including|:| of| such as)|inputs? including|including|includes|across|modalities:?|trained on|(?:designed|built|made) for|capable of|processing of|inputs? (?:is|are)) (?:as inputs? )?(?:both |multimodal inputs?,? (?:including|such as|like) |(?:multiple|several|different|various) (?:modalities|inputs|formats|types of (?:data|input)),? (?:including|such as|like|-|—) |inputs? (?:of|in|including) |(?:any |arbitrary )?(?:mix(?:es|ture)?|combinations?|interleaved sequences) of |mixed |interleaved )?${list}(?:[ -]inputs?(?: and outputs?)?| as inputs?| prompts?)?${closed}`,
  'i',
)
const outputList = new RegExp(
  String.raw`\b(?:generat(?:e|es|ing)|produc(?:e|es|ing)|output(?:s|ting)?|creat(?:e|es|ing)|return(?:s|ing)?|outputs? (?:is|are)|(?:respond(?:s|ing)?|answers?|repl(?:y|ies)) (?:in|with)) (?:only |both |any (?:mix|combination) of )?(?:(${kind})[- ]only(?: outputs?)?|${list}(?: outputs?)?|${adjective}(${kind}) outputs?|only (text)|(text|images?|audio|speech|videos?)(?= ?(?:[.,;)]|$| only| responses?| answers?)))${closed}`,
  'i',
)
/** "text + image input, text-only output". */
const bareOutput = new RegExp(String.raw`\b(${kind})[- ]only outputs?\b`, 'i')
const textTo =
  /\b(text|image|audio|speech|video|voice)-to-(image|video|speech|audio|music|text|3D) (?:\w+ ){0,2}?(?:models?|generators?|systems?|AI|transcription|recognition|synthesis)\b/i
/** "turns text prompts into video", "takes text and returns images". */
const turned =
  /\b(?:turns?|converts?|transforms?|takes?|accepts?) (?:an? |short |written |plain |simple |natural )*(text|images?|photos?|audio|speech)(?: (?:prompts?|descriptions?|inputs?|instructions?))? (?:into|(?:in )?and (?:returns?|generates?|produces?|creates?|outputs?|renders?)|to (?:generate|produce|create)) (?:an? |short |realistic |high-quality |natural )*(images?|videos?|audio|speech|music|text|clips?|songs?)\b/i
const madeFrom =
  /\b(?:creat|generat|produc|mak)(?:es?|ing) (?:(?:[a-z]+-quality|short|long|realistic|coherent|cinematic|new|full|HD|4K) ){0,3}(images?|videos?|music|audio|speech|songs?|clips?)\b(?: \([^)]{0,60}\))?(?: (?:of )?up to \d{1,3}[- ](?:seconds?|minutes?)(?: long| in length)?)? (?:by (?:just |simply )?(?:entering|typing|giving it|using)|from|with|based on|using) (?:an? |just |simple |written |short |natural )*((?:text|image|audio)(?:(?:, | and | or |, and |, or )(?:text|image|audio|video))*)(?: (?:prompts?|descriptions?|instructions?)\b|(?=[.,;]|$))/i
/** "multimodal (text, images, video)". */
const inBrackets = new RegExp(String.raw`\b(?:multi-?modal(?:ity)?|omni-?modal)[ ]?(?:\w+ )?[(:] ?${list}\)?${closed}`, 'i')
const nativeInput = new RegExp(
  String.raw`\b(?:native(?:ly)?|supports?|accepts?|adds|gains|offers|with) (?:native )?(${kind}) inputs?\b(?! and)|\b(?:accept|take|support|process|handle)(?:s|es|ing)? (${kind}) as (?:an )?inputs?\b|\b(?:with|support(?:s|ing)? for|adds|gains|offers|has|have) (vision)(?= (?:inputs?|capabilit(?:y|ies)|support|understanding)\b)`,
  'i',
)
/** "speech in, speech out", "text and images in, text out". */
const inAndOut = new RegExp(
  String.raw`\b(?:${list}|(${kind})) (?:in|inputs?)(?:,|;|\.| and| →| ->| \/) (?:and )?(?:${list}|(${kind})) (?:out|outputs?)\b`,
  'i',
)
const only =
  /\b(?:is|was|are|were|remains?) (?:still |primarily |mostly |purely |currently |largely )?(text)[- ]only\b(?! (?:mode|version|prompt|benchmark|subset))|\b(?:is|was|,) an? (?:[\w-]+,? ){0,3}(text)-only (?:[\w-]+ ){0,2}(?:model|LLM)\b|\b(?:is|was) (?:the|its|[A-Z][\w.]+'s) (?:[\w-]+,? ){0,3}(text)-only (?:[\w-]+ ){0,2}(?:model|LLM)\b/i

/** "doesn't just process text, but also images and video" */
const notOnly = new RegExp(
  `(?:not|n't) (?:just|only|merely|simply) (?:process(?:es|ing)?|handl(?:e|es|ing)|understand(?:s|ing)?|accept(?:s|ing)?|read(?:s|ing)?|work(?:s|ing)? with|take(?:s|ing)?(?: in)?) (${kind}),? but (?:also )?(?:${list}|(${kind}))${closed}`,
  'i',
)

/** "simple tasks across text and images": what goes in. */
const ofTasks = /\b(?:tasks|customer support|inputs|understanding|reasoning) $/i
/** "converts text, images and video into embeddings" */
const embedded = new RegExp(
  String.raw`\b(?:converts?|maps?|embeds?|encodes?|turns?|transforms?) (?:${list}|(${kind})) (?:in)?to (?:\w+ ){0,3}?(?:vectors?|vector representations|embeddings?)\b`,
  'i',
)

/** One word for what comes out: "clips" → "video". */
const outputKind = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(?<!mu)s$/, '')
    .replace('clip', 'video')
    .replace('photo', 'image')
    .replace(/^song$/, 'music')

/** "text, images, audio, video": the list's words in the text's order, joined by commas. */
export const modalityList = (words: string): string =>
  words
    .replace(/,? as well as |,? plus |,? and |,? or | & | \+ |\//gi, ', ')
    .split(/,\s*/)
    .map((w) =>
      w
        .trim()
        .replace(/^even /, '')
        .replace(new RegExp(`^${adjective}`, 'i'), ''),
    )
    .filter((w) => w !== '')
    .map((w) => (/^(?:PDF|3D)/i.test(w) ? w : w.toLowerCase()))
    .join(', ')

/**
 * What a model takes in and gives out: "text, images, audio, video", "voice, text, image in; text out". Only named modalities count
 * ("multimodal" names none), and only lists made of nothing else: "text, images and user context" is about something wider.
 */
export function readModalities(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  const found: FoundFact[] = []
  if (!anyKind.test(text)) return found
  const add = (at: number, end: number, value: string): void => {
    if (unrealAt(text, at)) return
    for (const owner of ownersAt(sentence, at))
      found.push({ model: owner.name, variant: owner.variant, attribute: 'modalities', value, condition: null, start: at, end })
  }
  const more = notOnly.exec(text)
  if (more !== null) {
    const kinds = modalityList(`${more[1]}, ${more[2] ?? more[3]}`)
    for (const owner of ownersAt(sentence, more.index))
      found.push({
        model: owner.name,
        variant: owner.variant,
        attribute: 'modalities',
        value: kinds,
        condition: null,
        start: more.index,
        end: more.index + more[0].length,
      })
    return found
  }
  const single = only.exec(text)
  if (single !== null) add(single.index, single.index + single[0].length, 'text')
  for (const m of sentence.models)
    if (/\btext-only $/i.test(text.slice(Math.max(0, m.start - 12), m.start)))
      found.push({
        model: m.name,
        variant: m.variant,
        attribute: 'modalities',
        value: 'text',
        condition: null,
        start: m.start,
        end: m.end,
      })
  const through = inAndOut.exec(text)
  if (through !== null) {
    const [into, out] = [through[1] ?? through[2], through[3] ?? through[4]] as [string, string]
    add(through.index, through.index + through[0].length, `${modalityList(into)} in; ${modalityList(out)} out`)
    return found
  }
  const vectors = embedded.exec(text)
  if (vectors !== null) {
    const into = modalityList((vectors[1] ?? vectors[2]) as string)
    add(vectors.index, vectors.index + vectors[0].length, `${into} in; vectors out`)
    return found
  }
  const taken = verbList.exec(text)
  const given = outputList.exec(text) ?? bareOutput.exec(text)
  if (taken !== null) {
    const value = modalityList(taken[1] as string)
    const out = given !== null && given.index > taken.index ? (given.slice(1).find((g) => g !== undefined) ?? 'text') : null
    const into = out !== null
    const verb = taken[0].split(' ')[0] as string
    // "including text, images" and the like need a word on input near by
    // "Presentations combining text and images": the things that are made
    const made =
      /ing$/i.test(verb) &&
      /(?:^|: |\b)(?!models |systems |it |tasks |queries |inputs |prompts |requests )[A-Za-z]{3,}(?<!s)s $/i.test(
        text.slice(0, taken.index),
      ) &&
      !/\bmodels $/i.test(text.slice(0, taken.index))
    const loose = /^(?:including|includes|across|support)/i.test(verb)
    const ofOutput = /\boutputs? $/i.test(text.slice(0, taken.index))
    const near = text.slice(
      Math.max(0, taken.index - (ofTasks.test(text.slice(0, taken.index)) ? 110 : 60)),
      taken.index + taken[0].length + 25,
    )
    if (!ofOutput && !made && (!loose || /\binputs?\b|modalit|multimodal|natively/i.test(near))) {
      const end =
        out === null ? taken.index + taken[0].length : (given as RegExpExecArray).index + (given as RegExpExecArray)[0].length
      const asInput =
        into ||
        (/ inputs?$/i.test(taken[0]) && !loose) ||
        /^inputs?:?$/i.test(verb) ||
        (verb === 'across' && ofTasks.test(text.slice(0, taken.index)))
      add(taken.index, end, asInput ? `${value} in${out === null ? '' : `; ${modalityList(out)} out`}` : value)
      return found
    }
  }
  const bracketed = inBrackets.exec(text)
  if (bracketed !== null) {
    const end = bracketed.index + bracketed[0].length
    const out =
      given !== null && given.index >= end && given.index < end + 30 ? given.slice(1).find((g) => g !== undefined) : undefined
    const value = modalityList(bracketed[1] as string)
    add(bracketed.index, end, out === undefined ? value : `${value} in; ${modalityList(out)} out`)
  }
  const named = textTo.exec(text)
  if (named !== null) {
    const at = named.index
    const after = sentence.models.find(
      (m) =>
        m.start >= at + named[0].length && /^[,:]? ?(?:called |named |dubbed )?$/.test(text.slice(at + named[0].length, m.start)),
    )
    const subject = sentence.models.find(
      (m) =>
        m.end <= at &&
        /^(?:(?: is|,| [—–-]) (?:an?|the|its|[A-Z][\w.]*(?: AI)?'s?)(?: [\w'-]+){0,5}| is (?:designed|built|made|meant) for(?: [\w'-]+){0,2}) $/.test(
          text.slice(m.end, at),
        ),
    )
    const model = after ?? subject
    if (model !== undefined)
      found.push({
        model: model.name,
        variant: model.variant,
        attribute: 'modalities',
        value: `${(named[1] as string).toLowerCase()} in; ${(named[2] as string).toLowerCase()} out`,
        condition: null,
        start: Math.min(at, model.start),
        end: Math.max(at + named[0].length, model.end),
      })
  }
  const made = madeFrom.exec(text)
  const turn = turned.exec(text)
  if (made !== null)
    add(made.index, made.index + made[0].length, `${modalityList(made[2] as string)} in; ${outputKind(made[1] as string)} out`)
  if (turn !== null && (made === null || turn.index + turn[0].length <= made.index || made.index + made[0].length <= turn.index))
    add(turn.index, turn.index + turn[0].length, `${outputKind(turn[1] as string)} in; ${outputKind(turn[2] as string)} out`)
  const native = nativeInput.exec(text)
  if (native !== null)
    add(
      native.index,
      native.index + native[0].length,
      `${((native[1] ?? native[2] ?? native[3]) as string).toLowerCase().replace('vision', 'vision (image)')} in`,
    )
  return found
}
