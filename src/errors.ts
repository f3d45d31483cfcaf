/** Stable names of what can go wrong, for logs, tests and exit codes. */
export type ErrorCode =
  | 'usage'
  | 'not_found'
  | 'ambiguous'
  | 'forbidden'
  | 'bad_input'
  | 'too_large'
  | 'unreadable'
  | 'storage'
  | 'network'
  | 'config'

/**
 * The only error whose text a person sees. The text says in one or two sentences what is wrong and what to do next. `suggestions` are typed commands
 * that would work ("risks muse-spark"): a renderer may offer them as buttons.
 */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly suggestions: string[]
  constructor(code: ErrorCode, message: string, options: { suggestions?: string[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'UserError'
    this.code = code
    this.suggestions = options.suggestions ?? []
  }
}
