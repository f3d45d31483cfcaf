import type { Access } from '../../command/define.ts'
import type { Caller } from '../../invoke.ts'
import type { Place } from './answer.ts'
import type { Slack } from './slack.ts'

/**
 * Who asks. Whoever can type in a channel manages its digests by default; with SLACK_MANAGERS=admins Slack is asked whether the person is an admin of the
 * workspace, and only where the command needs to know (https://docs.slack.dev/reference/methods/users.info).
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
  if (access !== 'managers' || caller.manager) return caller
  try {
    const { user } = await slack.pace(place.team, 'users.info', () => place.client.users.info({ user: place.person }))
    return { ...caller, manager: user?.is_admin === true || user?.is_owner === true, zone: user?.tz ?? null }
  } catch (error) {
    slack.core.log.warn('Slack did not say whether a person is an admin, so they count as none', { team: place.team, error })
    return caller
  }
}
