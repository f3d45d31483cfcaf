import { type FactSentence, type FoundFact, ownersAt } from './fact-sentence.ts'

const knownLicence = String.raw`(?:[Mm]odified )?MIT|Apache(?: License)?[ ,-]{1,2}(?:Version )?2(?:\.0)?|CC[ -]BY(?:-NC)?(?:-SA)?(?:-ND)?(?: ?4\.0)?|A?GPL(?:v3)?|BSD(?:-\d-Clause)?|OpenRAIL(?:-M)?|OpenMDW`
const ownLicence = String.raw`(?:[A-Z][\w.]{1,20}[ -](?:\d[\w.]{0,4} )?){1,4}?(?:(?:Open|Community|Model|Research|Commercial|Public|Non-?[Cc]ommercial|Use|Production|Non-Production|Source)[ -]){1,3}[Ll]icen[cs]e(?: Agreement)?`
const licence = new RegExp(
  String.raw`\b(${knownLicence})(?:[- ](?:style|[Oo]pen[- ][Ss]ource|permissive))?(?= ?[Ll]icen[cs]e)|\b[Ll]icen[cs]e(?:d|s)?:? (?:is |under )?(?:the |an? )?(${knownLicence})\b|\bunder (?:the |an? )?(${knownLicence})(?=[,.;)]| terms|$)|\b(${knownLicence})-licen[cs]ed\b|\b[Oo]pen[- ](?:source|weights?)(?: \(|, )(${knownLicence})(?=[),.;]|$)|\b(Apache(?: License)?[ ,-]{1,2}(?:Version )?2(?:\.0)?)(?![\w.]*\w)|\b(?:[Tt]he |under )?(${ownLicence})\b`,
)

/** The known licence at the start of a stretch of text ("MIT, with open weights"), or null. */
export function knownLicenceAt(text: string): string | null {
  const m = new RegExp(`^(?:an? |the )?(${knownLicence})(?![\\w-])`).exec(text)
  return m === null ? null : licenceName(m[1] as string)
}

/** "Apache 2.0", "MIT", "Nvidia Open Model License": the licence's own name, the word "license" only where it is part of it. */
export const licenceName = (written: string): string =>
  written
    .replace(/^Apache(?: License)?[ ,-]{1,2}(?:Version )?2(?:\.0)?$/i, 'Apache 2.0')
    .replace(/^The /i, '')
    .replace(/^Modified /, 'modified ')
    .trim()

/** The licence that a stretch of text names somewhere ("Released under the MIT license"), or null. */
export function statedLicence(text: string): string | null {
  const m = /\b(?:not|except|excluding|previously|formerly)\b|n't\b/i.test(text) ? null : licence.exec(text)
  return m === null ? null : licenceName(m.slice(1).find((part) => part !== undefined) ?? '')
}

const ofPart =
  /\b(?:VAE|[Tt]okenizer|[Aa]utoencoder|[Ee]ncoder|[Dd]ecoder|SDK|CLI|[Aa]dapter|LoRA|[Cc]ookbook|[Dd]emo|[Dd]ata ?set)s?(?::| (?:is|are|was|were|comes?|remains?|ships?|which|released|itself)\b)[^.;]{0,80}$/

/** The licence that a model is released under; what it replaced, or what only code or data come under, is not it. */
export function readLicence(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  const m = licence.exec(text)
  if (m === null) return []
  const lead = text.slice(Math.max(0, m.index - 70), m.index)
  if (
    /\b(?:replac\w+|instead of|previous(?:ly)?|formerly|unlike|not|rather than|from|whether|if|would|may|could|like|similar to|future)\b(?: \w+){0,4} $|n't\b/i.test(
      lead,
    )
  )
    return []
  if (
    /\b(?:dataset|data|code|repository|framework|library|tool\w*|scripts?)\b[^,;]{0,30}$/i.test(lead) &&
    !/\bmodels?\b|\bweights\b/i.test(lead)
  )
    return []
  // "X – VAE: released under …", "the X tokenizer is under …": the part's own
  if (ofPart.test(text.slice(0, m.index))) return []
  const name = licenceName(m.slice(1).find((part) => part !== undefined) ?? '')
  // "This repository and the model weights are under …"
  const withCode = /^(?:This (?:repository|repo|project|code)|Both the code|The code)\b.*\b(?:models?|weights)\b/.test(
    text.slice(0, m.index),
  )
  // "the X Community License": the licence bears the model's name
  const named = sentence.models.find((model) => model.start >= m.index && model.end <= m.index + m[0].length && !model.family)
  const owners = named
    ? [named]
    : withCode && sentence.models.length === 0 && sentence.carried.length === 1
      ? sentence.carried.map((model) => ({ name: model, variant: null }))
      : ownersAt(sentence, m.index)
  return owners.map((owner) => ({
    model: owner.name,
    variant: owner.variant,
    attribute: 'license' as const,
    value: name,
    condition: null,
    start: m.index,
    end: m.index + m[0].length,
  }))
}
