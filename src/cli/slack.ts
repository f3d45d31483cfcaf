import { UserError } from '../errors.ts'
import type { OperatorCommand, System } from './operator.ts'

/** `launchwire slack manifest` and `launchwire slack check`. */
export const slackCommand: OperatorCommand = {
  name: 'slack',
  summary: 'Prints the Slack app’s manifest, or asks Slack whether it would take what the commands answer.',
  usage: ['slack manifest [--url ADDRESS] [--prefix x-]', 'slack check'],
  options: {
    url: { type: 'string', description: 'Public address of the HTTP port; without it the app uses Socket Mode', value: 'URL' },
    prefix: { type: 'string', description: 'Put before each command’s name, where a workspace has one of the name', value: 'x-' },
  },
  async run({ positionals: [action], values }, system) {
    if (action === 'manifest') return printManifest(system, values.url, values.prefix)
    if (action === 'check') return checkPayloads(system)
    throw new UserError(
      'usage',
      `Say "launchwire slack manifest" or "launchwire slack check"${action ? `; there is no "${action}"` : ''}.`,
    )
  },
}

type Value = string | boolean | undefined

async function printManifest(system: System, url: Value, prefix: Value): Promise<number> {
  if (typeof url === 'string' && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
    throw new UserError(
      'usage',
      `--url is the public address of the HTTP port, as in https://launchwire.example.com; got "${url}".`,
    )
  if (typeof prefix === 'string' && !/^[a-z0-9_-]{1,12}$/.test(prefix))
    throw new UserError('usage', `--prefix is one to twelve small letters, digits, - or _, as in "x-"; got "${prefix}".`)
  const [{ manifest }, { commands }] = await Promise.all([
    import('../adapters/slack/declare.ts'),
    import('../../commands/index.ts'),
  ])
  const made = manifest(commands, {
    ...(typeof url === 'string' ? { url } : {}),
    ...(typeof prefix === 'string' ? { prefix } : {}),
    admins: system.config.SLACK_MANAGERS === 'admins',
  })
  system.out(`${JSON.stringify(made, null, 2)}\n`)
  return 0
}

/** Puts each command's first example to Slack, for a release; needs the network and no token. Exit code 1 where Slack refuses one. */
async function checkPayloads(system: System): Promise<number> {
  const [{ createClient }, { typedCommands }, { render }, { validate }, core] = await Promise.all([
    import('../adapters/slack/client.ts'),
    import('../adapters/slack/declare.ts'),
    import('../adapters/slack/render.ts'),
    import('../adapters/slack/validate.ts'),
    system.core(),
  ])
  const client = createClient(undefined, system.config, system.log)
  const caller = { adapter: 'terminal', team: null, channel: null, person: null, manager: true, zone: null }
  let refused = 0
  for (const { name, examples } of typedCommands(core.commands)) {
    const line = examples[0] ?? name
    for (const [index, { blocks }] of render(await core.invokeLine(line, caller), { line, share: true }).entries()) {
      const faults = await validate(client, { blocks })
      system.out(`${faults.length === 0 ? 'ok' : 'refused'}  /${line}${index > 0 ? ` (message ${index + 1})` : ''}\n`)
      for (const fault of faults) system.out(`  ${fault}\n`)
      refused += faults.length
    }
  }
  return refused === 0 ? 0 : 1
}
