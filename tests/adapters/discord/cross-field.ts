/** Anything that was sent as JSON. */
type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const size = (value: unknown): number => (typeof value === 'string' ? [...value].length : 0)

const isComponentsV2 = 1 << 15
const ephemeral = 1 << 6
/** Components that exist with the flag only. */
const onlyV2 = new Set([9, 10, 11, 12, 13, 14, 17])

/** Every component of a message, nested ones too. */
function componentsIn(value: unknown): Json[] {
  return list(value).flatMap((component) => [
    component,
    ...componentsIn(component.components),
    ...componentsIn([component.accessory, component.component]),
  ])
}

/**
 * Limits that Discord states and a schema of single fields cannot hold: totals, combinations, what must be unique, references.
 * `files` are the names of the files that came with the message.
 */
export function messageFaults(message: unknown, files: string[], kind: 'create' | 'edit'): string[] {
  if (!isObject(message)) return []
  const faults: string[] = []
  const fault = (wrong: boolean, text: string) => {
    if (wrong) faults.push(text)
  }
  const components = componentsIn(message.components)
  const flags = Number(message.flags ?? 0)
  const v2 = (flags & isComponentsV2) !== 0
  const embeds = list(message.embeds)
  fault(components.length > 40, `${components.length} components`)
  const text = components.reduce((sum, { type, content }) => sum + (type === 10 ? size(content) : 0), 0)
  fault(text > 4_000, `${text} characters of text in components`)
  fault(size(message.content) > 2_000, 'content over 2,000')
  const embedded = embeds.reduce((sum, embed) => sum + embedSize(embed), 0)
  fault(embedded > 6_000, `${embedded} characters in embeds`)
  fault(v2 && (size(message.content) > 0 || embeds.length > 0), 'Components V2 with content or embeds')
  fault(!v2 && components.some(({ type }) => onlyV2.has(Number(type))), 'a V2 component without the flag')
  fault(!v2 && list(message.components).length > 5, 'more than 5 rows')
  const isEmpty = size(message.content) === 0 && embeds.length === 0 && !(v2 && components.length > 0) && files.length === 0
  fault(kind === 'create' && isEmpty, 'an empty message')
  fault((flags & ~(isComponentsV2 | ephemeral | 4 | 4096)) !== 0, `unknown flags ${flags}`)
  const mentions = message.allowed_mentions
  fault(!isObject(mentions) || !Array.isArray(mentions.parse) || mentions.parse.length > 0, 'allowed_mentions is not {parse: []}')
  faults.push(...componentFaults(components), ...referenceFaults(message, components, embeds, files))
  return faults
}

function embedSize(embed: Json): number {
  const fields = list(embed.fields).reduce((sum, { name, value }) => sum + size(name) + size(value), 0)
  const footer = isObject(embed.footer) ? size(embed.footer.text) : 0
  const author = isObject(embed.author) ? size(embed.author.name) : 0
  return size(embed.title) + size(embed.description) + fields + footer + author
}

function componentFaults(components: Json[]): string[] {
  const faults: string[] = []
  const ids = components.flatMap(({ custom_id: id }) => (id === undefined ? [] : [String(id)]))
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index))) faults.push(`custom_id "${id}" twice`)
  for (const component of components) {
    const inner = list(component.components)
    if (component.type === 1 && inner.length > 1 && inner.some(({ type }) => Number(type) >= 3))
      faults.push('a select beside others')
    if (component.type === 2) {
      const isLink = component.style === 5
      if (isLink !== (component.url !== undefined)) faults.push('a url on a button that is no link, or none on one that is')
      if (isLink === (component.custom_id !== undefined)) faults.push('a button with neither or both of url and custom_id')
      if (size(component.label) === 0 && !component.emoji) faults.push('a button with nothing on it')
      if (isLink && !/^https?:/.test(String(component.url))) faults.push(`a link to ${component.url}`)
    }
    if (component.type === 3) {
      const options = list(component.options)
      const values = options.map(({ value }) => String(value))
      if (new Set(values).size !== values.length) faults.push('a select with a value twice')
      if (Number(component.max_values ?? 1) > options.length) faults.push('max_values above the options')
      if (Number(component.min_values ?? 1) > Number(component.max_values ?? 1)) faults.push('min_values above max_values')
    }
  }
  return faults
}

function referenceFaults(message: Json, components: Json[], embeds: Json[], files: string[]): string[] {
  const media = [
    ...components.flatMap(({ items }) => list(items).map(({ media: item }) => item)),
    ...embeds.map(({ image }) => image),
  ]
  const named = media.flatMap((item) => (isObject(item) && typeof item.url === 'string' ? [item.url] : []))
  const missing = named.filter((url) => url.startsWith('attachment://') && !files.includes(url.slice('attachment://'.length)))
  const described = list(message.attachments).map(({ filename }) => String(filename))
  return [
    ...missing.map((url) => `no file for ${url}`),
    ...described.filter((name) => !files.includes(name)).map((name) => `no file for attachment ${name}`),
  ]
}

/** The same for a callback: what it may carry depends on its type. */
export function callbackFaults(body: unknown): string[] {
  if (!isObject(body)) return ['no body']
  const data = isObject(body.data) ? body.data : {}
  if (body.type === 5 || body.type === 6) {
    const allowed = body.type === 5 ? ephemeral : 0
    const rest = Object.keys(data).filter((key) => key !== 'flags')
    return [
      ...((Number(data.flags ?? 0) & ~allowed) !== 0 ? [`a deferral with flags ${data.flags}`] : []),
      ...rest.map((key) => `a deferral with ${key}`),
    ]
  }
  if (body.type === 4 || body.type === 7) return messageFaults(data, [], 'create')
  if (body.type === 8) {
    const choices = list(data.choices)
    if (!Array.isArray(data.choices)) return ['autocomplete without choices']
    return choices.some(({ name, value }) => size(name) > 100 || size(value) > 100) ? ['a choice over 100 characters'] : []
  }
  if (body.type === 9) return list(data.components).length > 5 ? ['a modal with more than 5 components'] : []
  return []
}

/** The same for a list of application commands. */
export function commandFaults(body: unknown): string[] {
  const commands = list(body)
  const keys = commands.map(({ type, name }) => `${type ?? 1} ${name}`)
  return [
    ...(new Set(keys).size === keys.length ? [] : ['a command twice']),
    ...(commands.filter(({ type }) => (type ?? 1) === 1).length > 100 ? ['more than 100 commands'] : []),
    ...commands.flatMap(oneCommandFaults),
  ]
}

function oneCommandFaults(command: Json): string[] {
  if ((command.type ?? 1) !== 1) return command.description ? ['a context command with a description'] : []
  const at = `/${command.name}`
  const faults = optionFaults(at, list(command.options))
  if (!/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u.test(String(command.name))) faults.push(`${at}: not a command name`)
  if (size(command.description) === 0) faults.push(`${at}: no description`)
  const total = commandSize(command)
  if (total > 8_000) faults.push(`${at}: ${total} characters`)
  return faults
}

function commandSize(command: Json): number {
  const choices = list(command.choices).reduce((sum, { name, value }) => sum + size(name) + size(value), 0)
  return (
    size(command.name) +
    size(command.description) +
    choices +
    list(command.options).reduce((sum, option) => sum + commandSize(option), 0)
  )
}

function optionFaults(at: string, options: Json[]): string[] {
  const faults: string[] = []
  const names = options.map(({ name }) => String(name))
  if (new Set(names).size !== names.length) faults.push(`${at}: an option twice`)
  const isFamily = options.some(({ type }) => type === 1 || type === 2)
  if (isFamily && options.some(({ type }) => type !== 1 && type !== 2)) faults.push(`${at}: a subcommand beside an option`)
  const firstOptional = options.findIndex(({ required }) => required !== true)
  if (!isFamily && options.some(({ required }, index) => required === true && firstOptional >= 0 && index > firstOptional))
    faults.push(`${at}: a required option after an optional one`)
  for (const option of options) {
    if (!/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u.test(String(option.name))) faults.push(`${at}: "${option.name}" is no option name`)
    if (option.autocomplete === true && list(option.choices).length > 0) faults.push(`${at}: choices and autocomplete at once`)
    if (list(option.choices).some(({ value }) => size(value) > 100)) faults.push(`${at}: a choice's value over 100`)
    if (option.type === 1) faults.push(...optionFaults(`${at} ${option.name}`, list(option.options)))
  }
  return faults
}
