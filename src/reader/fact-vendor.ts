import { canonicalVendor, vendorOf } from '../lexicon/canonical.ts'
import { everyMatch } from '../lexicon/every-match.ts'
import { vendors } from '../lexicon/vendors.ts'
import { type FactSentence, type FoundFact, listedWith, type NamedCompany, type NamedModel, spokenOf } from './fact-sentence.ts'

const spellings = vendors.flatMap((vendor) => [vendor.name, ...(vendor.aliases ?? [])]).sort((a, b) => b.length - a.length)
const escaped = spellings.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
const companyName = new RegExp(`(?<![\\w.@/-])(?:${escaped.join('|')})(?![\\w/@]|-[a-z]|\\.[a-z])`, 'g')
const product =
  /^(?: (?:app|mobile|website|assistant|Studio|Store|Cloud|API|Pages|Play|Search|Workspace|Maps|Vertex|Bedrock|Build|I\/O)\b|'s app\b)/

/** How many characters of a text's start are a maker's name, whatever follows ("xAIdeepseek-chat"); 0 where there is none. */
export function makerPrefix(text: string): number {
  return spellings.find((name) => text.startsWith(name))?.length ?? 0
}

/** The makers that a text names, by the lexicon of vendors; a product named after its maker ("Meta AI app") is none. */
export function findCompanies(text: string): { start: number; end: number; name: string }[] {
  const found: { start: number; end: number; name: string }[] = []
  for (const m of everyMatch(text, companyName)) {
    const end = m.index + m[0].length
    if (product.test(text.slice(end, end + 14))) continue
    const name = canonicalVendor(m[0])
    if (name !== null) found.push({ start: m.index, end, name })
  }
  return found
}

const called = new Set(vendors.flatMap((vendor) => vendor.called ?? []))

/** A maker's name as a fact gives it: the usual one, or the short one that most texts use, where this one writes that. */
export function saidName(text: string, company: { start: number; end: number; name: string }): string {
  const said = text.slice(company.start, company.end)
  return called.has(said) ? said : company.name
}

const release =
  /\b(?:releas\w+|launch\w*|unveil\w*|introduc\w+|announc\w+|debut\w*|drop(?:s|ped)|ship(?:s|ped|ping)|roll(?:s|ed|ing) out|publish\w*|open-sourc\w+|made|makes|built|builds|develop(?:s|ed|ing)|creat(?:es|ed)|train(?:s|ed)|updat(?:es|ed)|present(?:s|ed)|previewed|delayed|put out|dubbed|calls|called|positioned|offers|offered)\b/i
const byMaker =
  /^[^.;]{0,80}?\b(?:releas\w+|launch\w*|develop\w+|built|made|creat\w+|trained|designed|introduced|unveiled|produced|announced|published|open-sourced|offered|owned)(?: [\w-]+){0,5} by (?:the |an? )?(?:[A-Za-z-]+ ){0,4}(?:startup |company |lab |rival |giant |maker |firm )?$/i
/** "Developed by a startup called DeepSeek, V3 was released …" */
const developedBy =
  /(?:^|\. )(?:Developed|Built|Created|Made|Released|Trained|Designed|Introduced|Launched) by (?:[a-z][\w/-]* ){0,5}$/
const ownModel = /^ ?(?:(?:is|was|are|,|:|—|–|-)["”]?|(?:is |: )?[Ee]xpected to be) (?:[a-z]+ ){0,3}$/
const adjectives =
  /^'s? (?:(?:own|new|newest|latest|earlier|previous|prior|older|flagship|most|open[- ](?:source|weights?)|closed[- ]source|proprietary|powerful|frontier|upcoming|forthcoming|current|next|best|first|second|third|popular|recent|recently|smaller|larger|lightweight|advanced|multimodal|reasoning|coding|language|video|image|voice|competing|rival|free|cheap\w*|fast\w*|old|top|just[- ]released|updated|experimental|small|large|massive|giant|original|[a-z]+-(?:class|tier|parameter|generation|series|to-\w+)|AI|LLM|model|models|family|series|lineup|called|named|dubbed|codenamed|and|,|the|generation|state-of-the-art|chatbot|generator|system|[\w.]+B|of|release|launch|so-called)[ ,]{1,2}){0,7}$/i

/**
 * Who makes a model, where the text says so: "OpenAI's GPT-5", "Meta launched X", "X, developed by Y", "its earlier X". Where the
 * lexicon knows another maker the text is misread or loose, and nothing is said.
 */
export function readVendors(sentence: FactSentence): FoundFact[] {
  const { text, models, companies } = sentence
  const found: FoundFact[] = []
  const add = (model: NamedModel, company: { start: number; end: number; name: string }): void => {
    const known = vendorOf(model.name)
    if (known !== null && known !== company.name) return
    if (found.some((f) => f.model === model.name)) return
    found.push({
      model: model.name,
      variant: null,
      attribute: 'vendor',
      value: saidName(text, company),
      condition: null,
      start: Math.min(model.start, company.start),
      end: Math.max(model.end, company.end),
    })
  }
  const outside = companies.filter((c) => !models.some((m) => m.start < c.end && c.start < m.end))
  for (const [i, model] of models.entries()) {
    // "their X series" in an article about X 5 says nothing new
    if (model.family && sentence.topic?.startsWith(model.name)) continue
    // "X-9B (Alibaba Qwen)": the team that made it
    if (model.family && /\([A-Z]\w+ $/.test(text.slice(0, model.start)) && text.startsWith(')', model.end)) continue
    if (/^ (?:community licen[cs]e|licen[cs]e|technical report|paper)\b/i.test(text.slice(model.end, model.end + 20))) continue
    const before = outside.filter((c) => c.end <= model.start)
    const company = before.at(-1)
    if (company !== undefined) {
      const gap = text.slice(company.end, model.start)
      const between = models.filter((m) => m.start >= company.end && m.end <= model.start)
      const known = vendorOf(model.name) === company.name
      const clear = between.length === 0
      if (clear && (gap === ' ' || adjectives.test(gap))) {
        for (const listed of listedWith(sentence, i))
          if (gap !== ' ' || listed === model || vendorOf(listed.name) === company.name) add(listed, company)
        continue
      }
      // "Google's AI products, voice generator X and chatbot Y": the lexicon confirms what the possessive says
      if (
        known &&
        /^'s? /.test(gap) &&
        gap.length < 90 &&
        /\b(?:products?|models?|line-?up|family|tools?|generators?|chatbots?|assistants?|systems?|including|such as)\b/i.test(
          gap,
        ) &&
        !/[;.—–]|\b(?:than|against|over|beat\w*|rival\w*|succe\w+|replac\w+|based|offers?|has|have|is|are)\b/.test(gap)
      ) {
        add(model, company)
        continue
      }
      if (clear && known && standsBy(gap)) {
        for (const listed of listedWith(sentence, i)) if (vendorOf(listed.name) === company.name) add(listed, company)
        continue
      }
      if (clear && known && gap === ', ' && developedBy.test(text.slice(0, company.start))) {
        add(model, company)
        continue
      }
      if (clear && announces(gap, known)) {
        const all = [...listedWith(sentence, i), ...inRow(sentence, i)]
        for (const listed of all) if (listed === model || vendorOf(listed.name) === company.name) add(listed, company)
        continue
      }
    }
    const after = outside.find((c) => c.start >= model.end)
    if (after !== undefined && !models.some((m) => m.start >= model.end && m.end <= after.start)) {
      const gap = text.slice(model.end, after.start)
      const owned = /^'s?\b/.test(text.slice(after.end, after.end + 2))
      if (
        ((gap.length < 110 || vendorOf(model.name) !== null) && byMaker.test(gap)) ||
        /^"? from (?:the )?$/.test(gap) ||
        (vendorOf(model.name) === after.name &&
          (/^,? (?:(?:is )?an? (?:[\w-]+ ){0,6}(?:model|LLM|VLM|family|system) )?by (?:the )?$/.test(gap) ||
            modelFrom.test(gap) ||
            (gap === ' (' && /^[),;]/.test(text.slice(after.end, after.end + 1))))) ||
        (owned && /^ (?:is|was|are) $/.test(gap) && vendorOf(model.name) === after.name) ||
        (ownModel.test(gap) &&
          owned &&
          /^'s? (?:[\w-]+ ){0,6}(?:model|LLM|system|family|release|AI)\b/i.test(text.slice(after.end, after.end + 70)))
      ) {
        add(model, after)
        continue
      }
    }
    ownOf(sentence, model, before, add)
    const maker = vendorOf(model.name) === null ? unlistedMaker(text, model) : null
    if (maker !== null && !found.some((f) => f.model === model.name)) add(model, maker)
  }
  return found
}

/** "X is the current flagship model from the Chinese lab Y" */
const modelFrom =
  /^(?: \([^()]{1,30}\))?,? (?:is|are|was|were) (?:an?|the) (?:[\w.-]+,? ){0,8}(?:models?|LLMs?|family|series|system|releases?) (?:from|by) (?:the )?(?:[A-Za-z-]+ ){0,3}$/
/** "The models were developed by", "It is built by": of the models spoken of. */
const builtBy =
  /^(?:It|They|Both|(?:The|This|These|All) (?:[a-z]+ ){0,2}models?) (?:is|are|was|were|has been|have been) (?:[a-z]+ )?(?:developed|built|created|made|trained|designed) by (?:the |a )?(?:[a-z-]+ ){0,3}$/

/** Who makes the models spoken of, where a sentence that names none of them says it; the lexicon must not know better. */
export function readCarriedVendor(sentence: FactSentence): FoundFact[] {
  const { text, companies } = sentence
  const [company] = companies
  if (company === undefined || !builtBy.test(text.slice(0, company.start))) return []
  return spokenOf(sentence).flatMap(({ name }): FoundFact[] =>
    vendorOf(name) === company.name
      ? [
          {
            model: name,
            variant: null,
            attribute: 'vendor',
            value: saidName(text, company),
            condition: null,
            start: 0,
            end: company.end,
          },
        ]
      : [],
  )
}

const unlisted = '([A-Z][\\w&-]{1,20}(?:\\.[a-z]{2,3})?(?: [A-Z][\\w&-]{1,20}){0,2})'
const possessive = new RegExp(
  `(?:^|[ ("“])${unlisted}'s (?:(?:own|new|newest|latest|first|open[- ](?:source|weights?)|flagship|[a-z]+-[a-z]+|small|large|AI|language|reasoning|coding|multimodal|video|image|voice|speech)[ ,]{1,2}){0,6}(?:model|LLM|system)?,? ?$`,
)
const launched = new RegExp(
  `(?:^|[.!?:] |, )${unlisted} (?:(?:has|have|just|today|recently|officially|also) ){0,2}(?:released|launched|unveiled|open-sourced|introduced|debuted|shipped) (?:(?:the|its|a|an|new|first|open[- ](?:source|weights?)|model|called|dubbed)[ ,]{1,2}){0,6}$`,
)
const noMaker =
  /^(?:The|This|That|It|In|On|At|By|As|For|With|Today|Now|What|Here|There|While|When|After|Since|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|China|America|Europe|Hugging Face|GitHub|Arena|OpenRouter)\b/

/** A maker that no lexicon knows, of a model that none knows either: "Weibo's open-source model, X", "Cactus Compute has open-sourced X". */
function unlistedMaker(text: string, model: NamedModel): { start: number; end: number; name: string } | null {
  const from = Math.max(0, model.start - 140)
  const lead = text.slice(from, model.start)
  const m = possessive.exec(lead) ?? launched.exec(lead)
  const name = m?.[1]
  if (m === null || name === undefined || noMaker.test(name)) return null
  const start = from + m.index + m[0].indexOf(name)
  return { start, end: start + name.length, name }
}

const loose =
  /\b(?:is|are|was|were|has|have|had|says?|said|than|against|over|of|from|for|with|rivals?|compet\w+|challengers?|answer|alternatives?|predecessors?|successors?|replacements?)\b/
const countered =
  /^[,:]?(?: (?!(?:partner|compar|compet|work|team|deal|agree|negotiat|struggl|unlike|than)\w*)[\w-]+){0,7} (?:with|on) (?:the |its )?(?:[a-z-]+ ){0,2}$/
const makerOf =
  /^,? (?:whose|which (?:(?:has|just|recently|also) )?(?:makes|made|built|offers|sells|develops|runs|has|released|launched|unveiled|introduced|published|trained|developed|ships)|(?:the )?(?:maker|developer|creator|company|lab) (?:of|behind)) (?:the |its )?(?:[a-z-]+ ){0,3}$/

/** "Google's similarly sized X", "OpenAI answered with X", "Google, whose X", "OpenAI (X", "OpenAI – X": enough where the lexicon knows the maker. */
function standsBy(gap: string): boolean {
  if (/^'s? (?:[a-z\d][\w-]*,? ){0,5}$/.test(gap)) return !loose.test(gap)
  return gap === ' (' || /^ [–—-] $/.test(gap) || countered.test(gap) || makerOf.test(gap)
}

/** The models behind mention `at` that bare commas join to it: "shipped X 1, X 2, and fixed …". */
function inRow({ models, text }: FactSentence, at: number): NamedModel[] {
  const row: NamedModel[] = []
  for (let i = at; i + 1 < models.length; i += 1) {
    const next = models[i + 1] as NamedModel
    if (!/^, (?:and )?$/.test(text.slice((models[i] as NamedModel).end, next.start))) break
    row.push(next)
  }
  return row
}

/** Said of what is one's own; the lexicon must know the maker. */
const ownVerb = /\b(?:has|sells|showed|shows|charges|asks|prices|priced|lowered|raised)\b/

/** "OpenAI reversed its strategy, releasing X", "Google responded by launching X". */
const byDoing =
  /^ [a-z]+(?:ed|s) [^.;:]{0,120}(?:,|\bby) (?:releasing|launching|unveiling|introducing|open-sourcing|shipping) (?:(?:the|its|both|new) )*$|^ (?:responded|answered|followed|replied|hit back) (?:by|with) (?:releasing|launching|shipping) (?:(?:the|its|both|new) )*$/

/** "Meta on April 8 released", "ByteDance, the company that …, launched", "Google releases the next-gen version of". */
function announces(gap: string, known: boolean): boolean {
  if (known && gap.length < 170 && byDoing.test(gap)) return true
  if (
    gap.length > (known ? 170 : 70) ||
    /[;.] |\b(?:than|against|after|rival|competitor|beat\w*|behind|unlike|alongside|whether|as)\b/i.test(gap)
  )
    return false
  const verb = release.exec(gap) ?? (known ? ownVerb.exec(gap) : null)
  if (verb === null) return false
  const subject = gap.slice(0, verb.index)
  const object = gap.slice(verb.index + verb[0].length)
  const direct =
    /^ plans(?: (?:the|an?|to))?(?: (?:imminent|upcoming|early))? $/.test(subject) ||
    subject === ': ' ||
    /^(?:(?: has| have| had| having| reportedly| is| just| also| formally| officially| quietly| today| recently| finally| first| now| previously| again)*| on \w+(?: \d{1,2})?| this \w+| last \w+|,[^,]{2,110},|'s [\w ]{1,20}){0,3} $/.test(
      subject,
    )
  if (!direct || /^ (?:for|to|against|alongside)\b/.test(object)) return false
  return known
    ? object.length < 70
    : /^(?: (?:the|its|a|an|new|first|latest|release|launch|of|model|AI|\w+-\w+|called|dubbed|next-gen\w*|version)){0,7}[ ,]{0,2}$/i.test(
        object,
      )
}

/** "its earlier X", "the company's newest model, X": the maker is the company spoken of, if the lexicon agrees that X is its own. */
function ownOf(
  sentence: FactSentence,
  model: NamedModel,
  before: NamedCompany[],
  add: (model: NamedModel, company: NamedCompany) => void,
): void {
  const lead = sentence.text.slice(Math.max(0, model.start - 70), model.start)
  const behind = sentence.text.slice(model.end, model.end + 60)
  const called =
    /^ ?(?:,|[—–-]|\() ?(?:its|the company's) (?:first|previous|earlier|own|latest|flagship|older|current|newest|prior)[\w -]{0,40}\b(?:model|LLM|release)\b/i.test(
      behind,
    )
  const built =
    /\bthe company (?:has |had )?(?:built|developed|released|launched|open-sourced|created|introduced)\b[^.;–—]{0,60}$/i.test(
      sentence.text.slice(0, model.start),
    )
  if (/\b(?:its|their) (?:\w+ )?(?:predecessor|successor|sibling|cousin|counterpart|rival),? $/i.test(lead)) return
  if (
    !called &&
    !built &&
    !/\b(?:its|their|the company's|the firm's|the startup's|the lab's|our) (?:(?!(?:since|than|over|after|with|for|in|on|of|to|and|step)\b)[\w'-]+[ ,]{1,2}){0,6}$/i.test(
      lead,
    )
  )
    return
  const known = vendorOf(model.name)
  const own = before.findLast((c) => c.name === known)
  if (own !== undefined) add(model, own)
  else if (known !== null && known === sentence.makerOfTopic && before.length === 0 && !model.name.startsWith(`${known} `))
    add(model, { start: model.start, end: model.end, name: known, ofTopic: true })
  else if (known !== null && known === sentence.companyBefore && before.length === 0 && /\bthe company's [\w -]*$/i.test(lead))
    add(model, { start: model.start, end: model.end, name: known, ofTopic: false })
  else if (known === null && before.length > 0 && /\b(?:its|their) (?:[\w'-]+[ ,]{1,2}){0,4}(?:model|generation)/i.test(lead))
    add(model, before.at(-1) as NamedCompany)
}
