/**
 * What a failed post means for the outbox. `temporary`: certainly not posted, try later. `permanent`: this place will not take it until
 * somebody changes something. `unknown`: the answer was lost, it may have been posted; look before sending again.
 */
export type FailureKind = 'temporary' | 'permanent' | 'unknown'

/** A post that failed. `code` is the platform's own word for why; `retryAfter` is in seconds, where the platform says how long to wait. */
export class DeliveryFailure extends Error {
  readonly kind: FailureKind
  readonly code: string
  readonly retryAfter: number | null
  constructor(kind: FailureKind, code: string, options: { retryAfter?: number | null; message?: string; cause?: unknown } = {}) {
    super(options.message ?? `post failed (${kind}): ${code}`, { cause: options.cause })
    this.name = 'DeliveryFailure'
    this.kind = kind
    this.code = code
    this.retryAfter = options.retryAfter ?? null
  }
}
