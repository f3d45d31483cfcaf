import type { Attribute } from '../claim.ts'

const labels: Record<Attribute, string> = {
  vendor: 'Vendor',
  release_date: 'Released',
  access: 'Access',
  license: 'Licence',
  availability: 'Available',
  price_input: 'Price, input',
  price_output: 'Price, output',
  context_window: 'Context window',
  max_output: 'Longest output',
  parameters: 'Parameters',
  modalities: 'Modalities',
  deprecation: 'Deprecation',
}

/** An attribute in words. */
export const factLabel = (attribute: Attribute): string => labels[attribute]

const tokens = new Intl.NumberFormat('en-US')

/** A fact as it is shown: tokens with thousands, the rest as stored. */
export function factValueText(attribute: Attribute, value: string): string {
  if ((attribute === 'context_window' || attribute === 'max_output') && /^\d+$/.test(value))
    return `${tokens.format(Number(value))} tokens`
  return value.replace(/ USD per 1M tokens$/, ' USD per million tokens')
}

/** Words for an attribute within a sentence, where the label alone would read oddly. */
const nouns: Partial<Record<Attribute, string>> = {
  release_date: 'release date',
  price_input: 'input price',
  price_output: 'output price',
  availability: 'availability',
  deprecation: 'end',
}

/** An attribute within a sentence: "input price". */
export const factNoun = (attribute: Attribute): string => nouns[attribute] ?? factLabel(attribute).toLowerCase()
