import { type APIApplication, DiscordAPIError, type REST, Routes } from 'discord.js'
import type { Config } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { adviceFor, tokenAdvice } from './failures.ts'

/**
 * The application's id: as configured, else the one that the token belongs to.
 * @throws UserError where neither is there, or Discord refuses the token.
 */
export async function findApplication(client: REST, config: Config): Promise<string> {
  if (config.DISCORD_APPLICATION_ID) return config.DISCORD_APPLICATION_ID
  if (!config.DISCORD_TOKEN)
    throw new UserError('config', 'Set DISCORD_APPLICATION_ID (General Information in the developer portal) or DISCORD_TOKEN.')
  return asked(async () => ((await client.get(Routes.currentApplication())) as APIApplication).id)
}

/**
 * Asks Discord something for an operator.
 * @throws UserError where Discord refuses, with what to do; whatever else went wrong as it is.
 */
export async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error
    const advice = error.status === 401 ? tokenAdvice : error.status === 403 ? notInstalled : adviceFor(error)
    throw advice ? new UserError('config', advice, { cause: error }) : error
  }
}

const notInstalled = 'Discord does not let the app do that there. Install it to that server first ("launchwire discord invite").'
