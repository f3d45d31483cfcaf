import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { UserError } from '../../errors.ts'
import type { Client } from './client.ts'
import { slackCode } from './failure.ts'

/** What Slack's `blocks.validate` can be asked about: the blocks of a message, or a view. */
export type Validated = { blocks: KnownBlock[] } | { view: ModalView | HomeView }

interface Refusal {
  pointer?: string
  message?: string
  code?: string
}

/**
 * Asks Slack whether it would take something (https://docs.slack.dev/reference/methods/blocks.validate, which needs no token). Gives what it finds wrong, with
 * where; nothing where all is well.
 * @throws UserError where Slack cannot be reached.
 */
export async function validate(client: Client, what: Validated): Promise<string[]> {
  const told = (errors: unknown): string[] =>
    (Array.isArray(errors) ? (errors as Refusal[]) : []).map(({ pointer, message, code }) =>
      `${pointer ?? ''} ${message ?? code ?? 'refused'}`.trim(),
    )
  try {
    const answer = (await client.apiCall('blocks.validate', { ...what })) as { errors?: unknown }
    return told(answer.errors)
  } catch (error) {
    const code = slackCode(error)
    if (code === null)
      throw new UserError(
        'network',
        'Slack cannot be reached from here, and only Slack can say what it takes. Check the network, and try again.',
        {
          cause: error,
        },
      )
    const found = told((error as { data?: { errors?: unknown } }).data?.errors)
    return found.length > 0 ? found : [code]
  }
}
