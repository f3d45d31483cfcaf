import type { App, SlashCommand } from '@slack/bolt'
import type { Command } from '../../command/define.ts'
import type { Place } from './answer.ts'
import { asksPublic, readLine, runAsked, runLine } from './ask.ts'
import type { Client } from './client.ts'
import { rootName } from './declare.ts'
import { unescapeCharacters } from './escape.ts'
import { isRevoked, slackCode } from './failure.ts'
import { formView, wantsForm } from './modal.ts'
import { acknowledged, guarded, once } from './once.ts'
import type { Slack } from './slack.ts'

/** Every slash command, under its own name, under a prefixed one, and under `/launchwire`. */
export function handleCommands(app: App, slack: Slack): void {
  app.command(/.*/, async ({ ack, command, client }) => {
    await acknowledged(slack, ack)
    await guarded(slack, command.command, () =>
      once(slack, `trigger:${command.trigger_id}`, () => runSlash(slack, client, command)),
    )
  })
}

/**
 * The typed line that a slash command stands for. A workspace may have renamed or prefixed a command in the manifest ("/x-compare"), so a name counts
 * that ends in a command's.
 */
export function slashLine(name: string, text: string, commands: readonly Command[]): string {
  const typed = name.replace(/^\//, '').toLowerCase()
  const known = [rootName, ...commands.map((command) => command.name)]
    .filter((each) => typed === each || typed.endsWith(each))
    .sort((a, b) => b.length - a.length)[0]
  return known === rootName ? text.trim() || 'help' : `${known ?? typed} ${text}`.trim()
}

async function runSlash(slack: Slack, client: Client, command: SlashCommand): Promise<void> {
  const { core } = slack
  const place: Place = {
    client,
    team: command.team_id ?? null,
    enterprise: command.enterprise_id ?? null,
    channel: command.channel_id ?? null,
    person: command.user_id,
    responseUrl: command.response_url,
    public: core.config.LAUNCHWIRE_PUBLIC,
  }
  const line = slashLine(command.command, unescapeCharacters(command.text ?? ''), core.commands)
  const asked = readLine(line, core.commands)
  const declared = asked && core.commands.find(({ name }) => name === asked.command)
  if (!asked || !declared) return runLine(slack, place, line)
  if (wantsForm(declared, asked) && (await openForm(slack, place, command.trigger_id, declared, asked))) return
  await runAsked(slack, place, asked)
}

/** True where the form is open; where it cannot be, the command runs as typed and says what it lacks. */
async function openForm(
  slack: Slack,
  place: Place,
  trigger: string,
  command: Command,
  asked: NonNullable<ReturnType<typeof readLine>>,
): Promise<boolean> {
  const formPlace = { channel: place.channel, ...(place.responseUrl ? { responseUrl: place.responseUrl } : {}) }
  try {
    const view = formView(command, asked.subcommand, formPlace, asksPublic(asked) ?? place.public)
    await place.client.views.open({ trigger_id: trigger, view })
    return true
  } catch (error) {
    const code = slackCode(error)
    if (isRevoked(code)) await slack.revoked(place.team, place.enterprise, code)
    slack.core.log.warn('a form could not be opened', { command: command.name, code, error })
    return false
  }
}
