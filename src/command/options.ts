import type { Option } from './define.ts'

type Required<T> = Option<T> & { optional(): Option<T | undefined> }

/** An option must be given unless `.optional()` is called on it. */
function option<T>(data: Omit<Option<T>, 'required' | 'type'>): Required<T> {
  const required: Option<T> = { ...data, required: true }
  return { ...required, optional: () => ({ ...data, required: false }) }
}

/** A model, by any spelling; `run` gets its canonical name. */
export const model = (description = 'Which model, by any spelling') => option<string>({ kind: 'model', description })
/** Several models; `run` gets their canonical names in the order given. */
export const models = (list: { min: number; max: number }, description = 'Which models') =>
  option<string[]>({ kind: 'model', description, list })
export const vendor = (description = 'Which vendor') => option<string>({ kind: 'vendor', description })
/** A model or a vendor by any spelling; `run` gets the canonical name, and asks `names` which it is. */
export const modelOrVendor = (description: string) => option<string>({ kind: 'model or vendor', description })
/** A benchmark by any spelling; `run` gets its canonical name. */
export const benchmark = (description = 'Which benchmark') => option<string>({ kind: 'benchmark', description })
/** A category of benchmarks ("health", "coding", …). */
export const category = (description = 'Only this kind of benchmark') => option<string>({ kind: 'category', description })
export const text = (description: string) => option<string>({ kind: 'text', description })
/** The rest of the line as typed. */
export const rest = (description: string) => option<string>({ kind: 'text', description, rest: true })
export const choice = <const C extends readonly string[]>(choices: C, description: string) =>
  option<C[number]>({ kind: 'choice', description, choices })
export const integer = (range: { min: number; max: number }, description: string) =>
  option<number>({ kind: 'integer', description, ...range })
export const flag = (description: string) => option<boolean>({ kind: 'flag', description })
export const url = (description: string) => option<string>({ kind: 'url', description })
/** A day (2026-04-08) or a span back from now (7d, 2w, 3m); `run` gets epoch milliseconds of its start. */
export const date = (description: string) => option<number>({ kind: 'date', description })
/** When, in plain words or cron; `run` gets the text, read by `schedule.ts`. */
export const schedule = (description: string) => option<string>({ kind: 'schedule', description })
/** An IANA time zone. */
export const zone = (description: string) => option<string>({ kind: 'zone', description })
