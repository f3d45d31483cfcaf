import { readdirSync } from 'node:fs'

/** `npm run bench` lists the benchmarks; `npm run bench -- NAME [--json]` runs one. Each file here beside this one exports `run` and says what it measures. */
interface Bench {
  /** What it measures, in a line. */
  about: string
  run(json: boolean, args: string[]): Promise<void>
}

const [name, ...args] = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.includes('-'))
  .map((file) => file.slice(0, -3))

const load = async (bench: string): Promise<Bench> => (await import(`./${bench}.ts`)) as Bench
if (name === undefined || name === '--help') {
  for (const bench of names) process.stdout.write(`${bench.padEnd(12)} ${(await load(bench)).about}\n`)
} else if (!names.includes(name)) {
  process.stderr.write(`There is no benchmark "${name}". There are: ${names.join(', ')}.\n`)
  process.exitCode = 2
} else {
  await (await load(name)).run(
    args.includes('--json'),
    args.filter((arg) => arg !== '--json'),
  )
}
