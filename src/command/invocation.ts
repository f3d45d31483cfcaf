import type { Claim } from '../claim.ts'
import type { Config } from '../config.ts'
import type { Names } from '../corpus/names.ts'
import type { Log } from '../log.ts'
import type { AsideReason } from '../storage/set-aside.ts'
import type { Store } from '../storage/store.ts'
import type { Command } from './define.ts'

/**
 * Who asks and from where, as data. `adapter` is only stored and compared, never branched on outside its own folder. `zone` is the
 * person's IANA time zone where the platform tells it.
 */
export interface Caller {
  adapter: string
  team: string | null
  channel: string | null
  person: string | null
  manager: boolean
  zone: string | null
}

/**
 * A command as it came in. A typed line gives `words` and `named`; a platform with typed options gives only `named`, where a list's
 * values are joined by commas.
 */
export interface Invocation {
  command: string
  subcommand?: string
  words: string[]
  named: Record<string, string>
  caller: Caller
}

/** What became of an address that somebody gave: read, with what it claims, or kept out, with the reason. */
export type Added =
  | {
      outcome: 'added' | 'read again' | 'unchanged'
      article: {
        id: string
        title: string
        publisher: string | null
        published: string | null
        url: string | null
        form: string
        models: string[]
      }
      claims: Claim[]
      unparsed: number
    }
  | { outcome: 'set aside'; title: string; url: string; reason: AsideReason; detail: string }

/** A feed as it is followed now. Times are epoch milliseconds, `every` is milliseconds; `others`: feeds that the page names beside it. */
export interface Followed {
  title: string
  address: string
  entries: number
  newest: number | null
  every: number
  state: 'new' | 'new, with backlog' | 'known' | 'followed already'
  others: string[]
  at: number
}

/** What brings texts in from the web; passed in, so that a command fetches nothing itself. Both throw a UserError that says why not. */
export interface Intake {
  add(address: string): Promise<Added>
  follow(
    address: string,
    follower: Pick<Caller, 'adapter' | 'team' | 'person'>,
    options: { every?: number; backlog?: boolean },
  ): Promise<Followed>
}

/** What a command may use: the store, the names known, the clock, who asks. Grows by field, never by platform. */
export interface Context {
  commands: readonly Command[]
  store: Store
  names: Names
  config: Config
  log: Log
  /** Where nothing may be fetched (some tests), it is missing. */
  intake?: Intake
  caller: Caller
  /** Epoch milliseconds. */
  now(): number
}

/** A partly typed option for which a platform wants choices. */
export interface SuggestRequest {
  command: string
  subcommand?: string
  option: string
  partial: string
  caller: Caller
}
/** One choice: `label` is shown, `value` is what the option then holds. */
export interface Choice {
  label: string
  value: string
}
