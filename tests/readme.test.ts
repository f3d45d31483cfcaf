import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { commandTable } from '../src/command/usage.ts'
import { variables } from '../src/config.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const part = (name: string): string => {
  const match = new RegExp(`<!-- ${name}:[^>]*-->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(readme)
  return match?.[1]?.trim() ?? ''
}

test('the README’s table of commands is the one that follows from the declarations', () => {
  expect(part('commands')).toBe(commandTable(commands))
})

test('the README’s table of variables is the one that follows from the configuration', () => {
  const rows = Object.entries(variables).map(([name, schema]) => `| \`${name}\` | ${schema.description} |`)
  expect(part('variables')).toBe(['| variable | what it is for |', '| --- | --- |', ...rows].join('\n'))
})

test('.env.example names every variable, with the same words', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  for (const [name, schema] of Object.entries(variables)) expect(example).toContain(`# ${schema.description}\n# ${name}=`)
})

test('the README’s first commands are scripts of the package', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  expect(readme).toMatch(/npm ci && npm start\nnpm ci && npm test/)
  for (const name of ['start', 'test', 'launchwire', 'bench', 'eval', 'check']) expect(scripts[name]).toBeTruthy()
})

test('files that the README links to exist', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!)
  expect(links.length).toBeGreaterThan(3)
  for (const link of links)
    expect(() => readFileSync(join(root, link.endsWith('/reader') ? 'src/reader/read.ts' : link))).not.toThrow()
})
