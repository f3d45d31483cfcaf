import type { UserError } from '../errors.ts'
import type { Message } from '../message/message.ts'

/** What a person did wrong, as a message that says what to do; suggestions become buttons. */
export function errorView(error: UserError): Message {
  const buttons = error.suggestions.slice(0, 5).map((command) => ({ label: `/${command}`, command }))
  return {
    title: '',
    blocks: [
      { type: 'paragraph', text: [error.message] },
      ...(buttons.length > 0 ? [{ type: 'actions' as const, buttons }] : []),
    ],
    citations: {},
    error: true,
  }
}

/** What went wrong on our side: the reference stands in the log. */
export function failureView(reference: string): Message {
  return {
    title: '',
    blocks: [
      {
        type: 'paragraph',
        text: [
          `Something went wrong here, and it is not your doing. Try again in a minute; if it stays, tell the operator the reference ${reference}.`,
        ],
      },
    ],
    citations: {},
    error: true,
  }
}
