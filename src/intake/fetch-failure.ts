/**
 * Why a fetch brought nothing. `refused`: we do not go there; `robots`: the site asks robots to stay out; `status`: the server said no; `busy`: it asks to
 * come later; `timeout`, `network`: no whole answer came; `too_large`; `type`: it is neither a page nor a feed; `later`: not tried, the host has a pause.
 */
export type FetchFailureKind = 'refused' | 'robots' | 'status' | 'busy' | 'timeout' | 'network' | 'too_large' | 'type' | 'later'

/** A fetch that failed. The message is fit for a person. */
export class FetchFailure extends Error {
  readonly kind: FetchFailureKind
  readonly status: number | null
  /** Epoch milliseconds before which the server does not want to be asked again, where it said so. */
  readonly notBefore: number | null
  constructor(
    kind: FetchFailureKind,
    message: string,
    more: { status?: number; notBefore?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.name = 'FetchFailure'
    this.kind = kind
    this.status = more.status ?? null
    this.notBefore = more.notBefore ?? null
  }
}

/** Whether another try later may succeed. */
export function mayPass(failure: FetchFailure): boolean {
  if (failure.kind === 'status') return failure.status === 403 || failure.status === 408 || (failure.status ?? 0) >= 500
  return ['busy', 'timeout', 'network', 'later'].includes(failure.kind)
}
