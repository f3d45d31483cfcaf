import { pathsList } from 'discord-api-spec'
import * as discord from 'discord-api-spec/zod'
import * as z from 'zod'

const callback = z.discriminatedUnion('type', [
  discord.PongInteractionCallbackRequestSchema,
  discord.CreateMessageInteractionCallbackRequestSchema,
  discord.UpdateMessageInteractionCallbackRequestSchema,
  discord.ApplicationCommandAutocompleteCallbackRequestSchema,
  discord.ModalInteractionCallbackRequestSchema,
])
/**
 * The API takes permissions as a string of digits (docs topics/permissions), as discord.js sends them; the schemas say number.
 */
function withPermissionNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPermissionNumbers)
  if (typeof value !== 'object' || value === null) return value
  const isPermission = (key: string, inner: unknown) =>
    (key === 'default_member_permissions' || key === 'permissions') && typeof inner === 'string'
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isPermission(key, inner) ? Number(inner) : withPermissionNumbers(inner)]),
  )
}
const commands = z.array(discord.ApplicationCommandUpdateRequestSchema).max(100)

/** Real keys that some schemas leave out: discord.js adds the first two to bodies of its own making. */
const unlisted = new Set(['tts', 'enforce_nonce', 'nsfw'])

const bodies: [RegExp, z.core.$ZodType][] = [
  [/^POST \/channels\/\d+\/messages$/, discord.MessageCreateRequestSchema],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, discord.MessageEditRequestPartialSchema],
  [/^POST \/channels\/\d+\/messages\/\d+\/threads$/, discord.CreateTextThreadWithMessageRequestSchema],
  [/^POST \/interactions\/\d+\/[^/]+\/callback$/, callback],
  [/^PUT \/applications\/\d+(\/guilds\/\d+)?\/commands$/, commands],
  [/^PATCH \/applications\/@me$/, discord.ApplicationFormPartialSchema],
  [/^POST \/users\/@me\/channels$/, discord.CreatePrivateChannelRequestSchema],
  [/^POST \/webhooks\/\d+\/[^/]+$/, discord.IncomingWebhookRequestPartialSchema],
  [/^PATCH \/webhooks\/\d+\/[^/]+\/messages\/(@original|\d+)$/, discord.IncomingWebhookUpdateRequestPartialSchema],
]

const operations = Object.entries(pathsList).flatMap(([method, paths]) =>
  paths.map((path) => new RegExp(`^${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '[^/]+')}$`)),
)

/** What Discord's own specification has against a request; nothing where it would be taken. */
export function judge(method: string, path: string, body: unknown): string[] {
  // discord.js sends %40original
  const operation = `${method} ${decodeURIComponent(path)}`
  if (!operations.some((route) => route.test(operation))) return [`${operation}: not an operation of Discord's API`]
  if (body === undefined) return []
  const schema = bodies.find(([route]) => route.test(operation))?.[1]
  if (!schema) return [`${operation}: no schema is named for it here`]
  const given = withPermissionNumbers(body)
  const result = z.safeParse(schema, given)
  if (!result.success) return result.error.issues.flatMap((issue) => explain(issue, []))
  return unknownKeys(given, result.data, '')
}

/** A union says only "Invalid input": finds the branch that was meant, and what is wrong in it. */
function explain(issue: z.core.$ZodIssue, above: PropertyKey[]): string[] {
  const path = [...above, ...issue.path]
  const isOfOtherType = (branch: z.core.$ZodIssue[]) =>
    branch.some(({ path: inner }) => inner.length === 1 && inner[0] === 'type')
  const branches = issue.code === 'invalid_union' ? issue.errors.filter((branch) => !isOfOtherType(branch)) : []
  const [meant] = branches.sort((a, b) => a.length - b.length || b[0]!.path.length - a[0]!.path.length)
  return meant ? meant.flatMap((inner) => explain(inner, path)) : [`${path.map(String).join('.')}: ${issue.message}`]
}

/** The parser drops keys that no schema names: what was sent and not kept is a typing error. */
function unknownKeys(sent: unknown, kept: unknown, path: string): string[] {
  if (typeof sent !== 'object' || sent === null) return []
  const known = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  return Object.entries(sent)
    .filter(([key]) => !unlisted.has(key))
    .flatMap(([key, value]) => (key in known ? unknownKeys(value, known[key], `${path}${key}.`) : [`${path}${key}: unknown key`]))
}
