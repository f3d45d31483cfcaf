import { DeliveryFailure } from './failure.ts'
import type { Destination, Poster } from './poster.ts'

/**
 * Decides about a post whose answer was lost. Looks first; where the app may not look, a post with the same key is safe for as long as the platform
 * promises so. `age`: milliseconds since it was tried.
 * @throws DeliveryFailure of the kind `unknown` where the platform cannot be asked now: whatever kept it from answering, the doubt stays.
 */
export async function reconcile(
  poster: Pick<Poster, 'find' | 'safeAgainFor'>,
  into: Destination,
  key: string,
  age: number,
): Promise<{ id: string } | 'not posted' | 'nobody can tell'> {
  const found = await poster.find(into, key).catch((error) => {
    const known = error instanceof DeliveryFailure
    throw new DeliveryFailure('unknown', known ? error.code : 'find_failed', {
      retryAfter: known ? error.retryAfter : null,
      cause: error,
    })
  })
  if (found === null) return 'not posted'
  if (found !== 'unreadable') return found
  return age < poster.safeAgainFor ? 'not posted' : 'nobody can tell'
}
