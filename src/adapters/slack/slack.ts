import type { Core } from '../../invoke.ts'
import type { Clock, Pace } from './pace.ts'
import type { Pictures } from './pictures.ts'

/** What every handler of this adapter uses, made once in `listen`. */
export interface Slack {
  core: Core
  clock: Clock
  pace: Pace
  pictures: Pictures
  /** Slack says that a workspace's token holds no more: the installation is disabled and the log says so. */
  revoked(team: string | null, enterprise: string | null, code: string | null): Promise<void>
}
