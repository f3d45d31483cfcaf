import type { OperatorCommand } from './operator.ts'

/** Every subcommand of an operator, in the order of the help. Each is loaded when it is asked for: a typed command needs none of them. */
export const operatorCommands: Record<string, () => Promise<OperatorCommand>> = {
  start: async () => (await import('./start.ts')).startCommand,
  ingest: async () => (await import('./ingest.ts')).ingestCommand,
  feeds: async () => (await import('./feeds.ts')).feedsCommand,
  articles: async () => (await import('./articles.ts')).articlesCommand,
  status: async () => (await import('./status.ts')).statusCommand,
  extract: async () => (await import('./extract.ts')).extractCommand,
  unparsed: async () => (await import('./unparsed.ts')).unparsedCommand,
  slack: async () => (await import('./slack.ts')).slackCommand,
  discord: async () => (await import('./discord.ts')).discordCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  eval: async () => (await import('./eval.ts')).evalCommand,
}
