import { expect } from 'vitest'
import type { Running } from './running.ts'

/** Goes through Slack's pages as a person's browser does; gives where Slack sends the browser back to, and the cookie that the app set. */
export async function authorise(app: Running): Promise<{ back: string; cookie: string }> {
  const install = await fetch(`${app.url}/slack/install`, { redirect: 'manual' })
  const cookie = install.headers.get('set-cookie')!.split(';')[0]!
  const page = new URL(install.headers.get('location')!)
  expect(page.searchParams.get('scope')?.split(',')).toContain('chat:write')
  const form = new URLSearchParams({
    user_id: app.people.alice,
    redirect_uri: page.searchParams.get('redirect_uri')!,
    scope: page.searchParams.get('scope')!,
    user_scope: '',
    state: page.searchParams.get('state')!,
    client_id: page.searchParams.get('client_id')!,
  })
  const consent = await fetch(`${app.slack.url}/oauth/v2/authorize/callback`, { method: 'POST', body: form, redirect: 'manual' })
  return { back: consent.headers.get('location')!, cookie }
}

/** Installs the app in the workspace. */
export async function installApp(app: Running): Promise<void> {
  const { back, cookie } = await authorise(app)
  expect((await fetch(back, { headers: { cookie }, redirect: 'manual' })).status).toBeLessThan(400)
}
