import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { declare } from '../../../src/adapters/discord/declare.ts'
import { drawPictures } from '../../../src/adapters/discord/pictures.ts'
import { render } from '../../../src/adapters/discord/render.ts'
import { commands, comparison } from './fake-core.ts'
import { judge } from './judge.ts'
import { ids } from './local-objects.ts'

/** Discord's own description of its API (discord/discord-api-spec, specs/openapi.json): data, not part of this repository. */
const file = '../shared/specs/discord-openapi.json'

interface Verdict {
  method: 'POST' | 'PATCH' | 'PUT'
  path: string
  body: unknown
  accepted: boolean
}

async function bodies(): Promise<Verdict[]> {
  const draw = async () => ({ png: new Uint8Array([1]), width: 1, height: 1 })
  const pictures = await drawPictures(comparison(), draw, () => undefined)
  const options = { line: 'compare a, b', shareable: true, evidence: 'evidence' }
  const payloads = [...render(comparison(), options), ...render(comparison(), { ...options, pictures })]
  const good = payloads.flatMap(({ body, fallback }): Verdict[] =>
    [body, fallback].flatMap((each) => [
      { method: 'POST', path: '/channels/{channel_id}/messages', body: each, accepted: true },
      { method: 'PATCH', path: '/webhooks/{webhook_id}/{webhook_token}/messages/@original', body: each, accepted: true },
    ]),
  )
  const components = (inner: unknown[]) => ({ flags: 32_768, components: [{ type: 17, components: inner }] })
  const button = (label: string) => ({ type: 1, components: [{ type: 2, style: 2, custom_id: 'run help', label }] })
  const bad = [components([button('x'.repeat(81))]), components([]), components([{ type: 10, content: 'x'.repeat(4_001) }])].map(
    (body): Verdict => ({ method: 'POST', path: '/channels/{channel_id}/messages', body, accepted: false }),
  )
  const withNumbers = declare(commands).map((command) =>
    command.default_member_permissions
      ? { ...command, default_member_permissions: Number(command.default_member_permissions) }
      : command,
  )
  return [...good, ...bad, { method: 'PUT', path: '/applications/{application_id}/commands', body: withNumbers, accepted: true }]
}

const filled = (path: string): string => path.replace('{webhook_token}', 'token').replace(/\{[^}]+\}/g, ids.channel)

test('the schemas of the package accept and refuse these payloads', async () => {
  for (const { method, path, body, accepted } of await bodies())
    expect(judge(method, filled(path), body).length === 0).toBe(accepted)
})

test.skipIf(!existsSync(file))("Discord's own file gives the same verdicts (skipped where it is not at hand)", async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  for (const format of ['snowflake', 'int32', 'int64', 'double', 'nonce']) ajv.addFormat(format, true)
  ajv.addSchema({ ...JSON.parse(readFileSync(file, 'utf8')), $id: 'discord' })
  const pointer = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('%7E', '~')
  for (const { method, path, body, accepted } of await bodies()) {
    const $ref = `discord#/paths/${pointer(path)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`
    const validate = ajv.getSchema($ref) ?? ajv.compile({ $ref })
    expect({ path, accepted: validate(body), errors: accepted ? validate.errors : null }).toEqual({
      path,
      accepted,
      errors: null,
    })
  }
})
