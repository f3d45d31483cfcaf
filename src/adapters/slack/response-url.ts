import type { Clock } from './pace.ts'

/** What a response_url answered: taken; used up or over its time; refused with Slack's word for why. */
export type Response = { taken: true } | { taken: false; over: true } | { taken: false; over: false; code: string }

/**
 * Posts to a response_url, by which an app may answer where it is not a member. A used or expired one is answered with 404
 * (https://docs.slack.dev/interactivity/handling-user-interaction). Waits out one rate limit.
 */
export async function postResponse(url: string, body: Record<string, unknown>, clock: Clock, attempt = 1): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
    redirect: 'error',
  })
  const text = await answer.text()
  if (answer.status === 429 && attempt === 1) {
    await clock.wait(Math.min(Number(answer.headers.get('retry-after')) || 1, 30) * 1000)
    return postResponse(url, body, clock, attempt + 1)
  }
  const code = errorIn(text) ?? (answer.ok ? null : `http_${answer.status}`)
  if (code === null) return { taken: true }
  if (answer.status === 404 || code === 'used_url' || code === 'expired_url') return { taken: false, over: true }
  return { taken: false, over: false, code }
}

/** Slack's error in an answer: JSON with ok false, or the bare word. */
function errorIn(text: string): string | null {
  if (/^[a-z_]{3,60}$/.test(text) && text !== 'ok') return text
  try {
    const answer = JSON.parse(text) as { ok?: unknown; error?: unknown }
    return answer.ok === false ? String(answer.error) : null
  } catch {
    return null
  }
}
