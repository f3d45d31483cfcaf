import type { Config } from '../config.ts'
import { UserError } from '../errors.ts'
import type { Command, Runnable } from './define.ts'
import type { Caller } from './invocation.ts'

/**
 * The one place that decides who may run a command. Whether a caller manages the place is told by its adapter; a setting
 * may open single commands to everyone.
 * @throws UserError where the caller may not.
 */
export function mayRun(
  command: Command,
  runnable: Runnable,
  caller: Caller,
  config: Pick<Config, 'LAUNCHWIRE_OPEN_INTAKE'>,
): void {
  const access = runnable.access ?? command.access ?? 'everyone'
  if (access === 'everyone' || caller.manager || (runnable.openedBy && config[runnable.openedBy])) return
  throw new UserError(
    'forbidden',
    `/${command.name} changes things for everyone here, so only those who manage this place may use it. Ask one of them.`,
  )
}
