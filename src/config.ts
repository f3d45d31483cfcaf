import { z } from 'zod'
import { UserError } from './errors.ts'
import { Secret } from './secret.ts'

const secret = z
  .string()
  .min(1)
  .transform((value) => new Secret(value))
const yesNo = z.enum(['true', 'false', '1', '0', 'yes', 'no']).transform((value) => ['true', '1', 'yes'].includes(value))

/** Each variable that Launchwire reads, in the order of `.env.example`. The README's table is checked against this. */
export const variables = {
  LAUNCHWIRE_DATA: z.string().min(1).default('./data').describe('Folder of the embedded database'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .transform((value) => new Secret(value))
    .optional()
    .describe('A Postgres server in place of the embedded database'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port for requests from Slack and Discord over HTTP'),
  LAUNCHWIRE_URL: z.url().optional().describe('Public address of that port, for install links'),
  LAUNCHWIRE_KEY: secret.optional().describe('Key that encrypts stored tokens (32 bytes in base64 or hex)'),
  LAUNCHWIRE_PUBLIC: yesNo.default(false).describe('Answers are shown to the whole channel unless asked otherwise'),
  LAUNCHWIRE_OPEN_INTAKE: yesNo.default(false).describe('Everyone may add articles, not managers only'),
  LAUNCHWIRE_CONTACT: z.string().optional().describe('Contact named in the user agent when fetching'),
  LAUNCHWIRE_ALLOW_LOOPBACK: yesNo.default(false).describe('Fetch from this machine too (for tests)'),
  LAUNCHWIRE_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much is logged'),
  SLACK_BOT_TOKEN: secret.optional().describe('Bot token of one workspace (xoxb-…)'),
  SLACK_APP_TOKEN: secret.optional().describe('App token: switches Socket Mode on (xapp-…)'),
  SLACK_SIGNING_SECRET: secret.optional().describe('Signing secret: switches HTTP on'),
  SLACK_CLIENT_ID: z.string().min(1).optional().describe('For installing to several workspaces'),
  SLACK_CLIENT_SECRET: secret.optional().describe('For installing to several workspaces'),
  SLACK_STATE_SECRET: secret.optional().describe('For installing to several workspaces: signs the install state'),
  SLACK_MANAGERS: z.enum(['members', 'admins']).default('members').describe('Who may change schedules and feeds in Slack'),
  SLACK_API_URL: z.url().optional().describe("Slack's address, for tests against a local server"),
  DISCORD_TOKEN: secret.optional().describe('Bot token: switches the gateway on'),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')
    .optional()
    .describe('Public key: switches HTTP interactions on'),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d+$/, 'must be digits')
    .optional()
    .describe('Application id, for HTTP interactions and registration'),
  DISCORD_MENTIONS: yesNo
    .default(false)
    .describe('Answers mentions too: listens to messages, of which Discord shows those that name the bot'),
  DISCORD_API_URL: z.url().optional().describe("Discord's address, for tests against a local server"),
} as const

const schema = z.object(variables)
export type Config = z.output<typeof schema>

/**
 * Reads the environment once, at start. Empty variables count as unset.
 * @throws UserError that names each wrong variable and what it must be; values are never printed.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(variables).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message.replace(/^Invalid \w+: /, '')}`)
  throw new UserError('config', `The configuration is not right: ${lines.join('; ')}. Mend it in the environment or in .env.`)
}
