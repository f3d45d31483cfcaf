import type { App, BlockAction, BlockSuggestion, MessageShortcut, ViewSubmitAction } from '@slack/bolt'
import { runnableOf } from '../../command/define.ts'
import { firstLink } from '../../message/first-link.ts'
import { commandName, evidenceAction, linePrefix, runAction, shareAction } from './actions.ts'
import { isDirect, type Place } from './answer.ts'
import { invokeAsked, questionFor, readLine, runAsked, runLine } from './ask.ts'
import { callerOf } from './caller.ts'
import type { Client } from './client.ts'
import { readCommand, readShortcut, sourcesShortcut } from './declare.ts'
import { unescapeText } from './escape.ts'
import { evidenceOptions } from './evidence.ts'
import { choosePrefix, formErrors, formPrefix, optionsFor, submitted } from './modal.ts'
import { acknowledged, guarded, once } from './once.ts'
import type { Slack } from './slack.ts'

/** Longest stretch of a message that the shortcut asks about. */
const longestAsked = 500

/** Buttons, menus, forms and the message shortcut. All that they need is in what Slack sends back, so they outlive a restart. */
export function handleInteractions(app: App, slack: Slack): void {
  app.action<BlockAction>({ type: 'block_actions' }, async ({ ack, body, client }) => {
    await acknowledged(slack, ack)
    await guarded(slack, 'action', () => once(slack, `trigger:${body.trigger_id}`, () => runClick(slack, client, body)))
  })

  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ ack, body, client }) => {
    let options: ReturnType<typeof optionsFor> = []
    await guarded(slack, 'options', async () => {
      options = await suggestions(slack, client, body)
    })
    await ack({ options })
  })

  app.view<ViewSubmitAction>(new RegExp(`^${formPrefix}`), async ({ ack, body, view, client }) => {
    const { asked, place } = submitted(view)
    const command = slack.core.commands.find(({ name }) => name === asked.command)
    const runnable = command && runnableOf(command, asked.subcommand)
    const errors = runnable ? formErrors(runnable, asked.named) : {}
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors })
    await acknowledged(slack, ack)
    await guarded(slack, 'form', () =>
      once(slack, `view:${view.id}:${view.hash}`, () =>
        runAsked(slack, { ...whoIn(body, client), ...place, public: slack.core.config.LAUNCHWIRE_PUBLIC }, asked),
      ),
    )
  })

  app.shortcut<MessageShortcut>({ callback_id: sourcesShortcut, type: 'message_action' }, async ({ ack, body, client }) => {
    await acknowledged(slack, ack)
    await guarded(slack, 'shortcut', () =>
      once(slack, `trigger:${body.trigger_id}`, () => {
        const text = [...unescapeText(body.message.text ?? '')].slice(0, longestAsked).join('')
        const place = { ...whoIn(body, client), channel: body.channel.id, responseUrl: body.response_url, public: false }
        return runAsked(slack, place, questionFor(text, slack.core.commands))
      }),
    )
  })

  app.shortcut<MessageShortcut>({ callback_id: readShortcut, type: 'message_action' }, async ({ ack, body, client }) => {
    await acknowledged(slack, ack)
    await guarded(slack, 'shortcut', () =>
      once(slack, `trigger:${body.trigger_id}`, () => {
        const place = { ...whoIn(body, client), channel: body.channel.id, responseUrl: body.response_url, public: false }
        const link = firstLink(body.message.text ?? '')
        // without an address the command itself says what it wants
        return runAsked(slack, place, { command: readCommand, words: [], named: link ? { url: link } : {} })
      }),
    )
  })
}

/** The parts of a place that every interaction names in the same way. */
function whoIn(
  body: { user: { id: string }; team: { id: string } | null; enterprise?: { id: string } | null },
  client: Client,
): Pick<Place, 'client' | 'team' | 'enterprise' | 'person'> {
  return { client, team: body.team?.id ?? null, enterprise: body.enterprise?.id ?? null, person: body.user.id }
}

/**
 * A click runs the typed command in its value. The clicked message becomes the answer where one person alone sees it and it answers the same command (a page,
 * a category); else the answer comes beside it, for that person only.
 */
async function runClick(slack: Slack, client: Client, body: BlockAction): Promise<void> {
  const [action] = body.actions
  if (!action) return
  const line = 'selected_option' in action ? action.selected_option?.value : 'value' in action ? action.value : undefined
  if (!line) return
  const channel = body.channel?.id ?? null
  const thread = (body.message?.thread_ts ?? body.container.thread_ts) as string | undefined
  const place: Place = {
    ...whoIn(body, client),
    channel,
    ...(thread ? { thread } : {}),
    ...(body.response_url ? { responseUrl: body.response_url } : {}),
    public: false,
  }
  if (action.action_id === shareAction) return runLine(slack, { ...place, public: true }, line)
  const origin = runAction.exec(action.action_id)?.[1]
  const alone = body.container.is_ephemeral === true || (channel !== null && isDirect(channel))
  await runLine(slack, { ...place, replace: alone && origin !== '' && origin === commandName(line) }, line)
}

/** What a menu offers for what was typed into it: the sentences behind a message's numbers, or the names that a form's field takes. */
async function suggestions(slack: Slack, client: Client, body: BlockSuggestion): Promise<ReturnType<typeof optionsFor>> {
  const { core } = slack
  const place: Place = {
    ...whoIn({ ...body, team: body.team ?? null }, client),
    channel: body.channel?.id ?? null,
    public: false,
  }
  const caller = await callerOf(slack, place, null)
  if (body.action_id === evidenceAction) {
    const asked = body.block_id.startsWith(linePrefix) ? readLine(body.block_id.slice(linePrefix.length), core.commands) : null
    return asked ? evidenceOptions(await invokeAsked(core, asked, caller), body.value) : []
  }
  if (!body.action_id.startsWith(choosePrefix)) return []
  const [command = '', subcommand] = (body.view?.callback_id ?? '').slice(formPrefix.length).split(' ')
  const option = body.action_id.slice(choosePrefix.length)
  return optionsFor(core.suggest({ command, ...(subcommand ? { subcommand } : {}), option, partial: body.value, caller }))
}
