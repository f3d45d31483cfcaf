import type { Access } from '../../command/define.ts'
import type { Caller } from '../../command/invocation.ts'
import type { Place } from './answer.ts'
import type { Slack } from './slack.ts'

/**
 * Who asks. Whoever can type in a channel manages its digests by default; with SLACK_MANAGERS=admins only admins of the workspace do. Slack is asked about the
 * person (admin or not, time zone) only for commands that change things (https://docs.slack.dev/reference/methods/users.info).
 */
export async function callerOf(slack: Slack, place: Place, access: Access | null): Promise<Caller> {
  const caller: Caller = {
    adapter: 'slack',
    team: place.team,
    channel: place.channel,
    person: place.person,
    manager: slack.core.config.SLACK_MANAGERS === 'members',
    zone: null,
  }
  if (access !== 'managers') return caller
  try {
    const { user } = await slack.pace(place.team, 'users.info', () => place.client.users.info({ user: place.person }))
    const admin = user?.is_admin === true || user?.is_owner === true
    return { ...caller, manager: caller.manager || admin, zone: user?.tz ?? null }
  } catch (error) {
    slack.core.log.warn('Slack did not tell about a person, so their time zone and whether they are an admin are unknown', {
      team: place.team,
      error,
    })
    return caller
  }
}
