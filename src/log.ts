import { randomBytes } from 'node:crypto'

export type Level = 'debug' | 'info' | 'warn' | 'error'
export type Fields = Record<string, unknown>

/** Structured log lines. `failure` logs an unexpected error with a short reference and returns it, to be told to the person who asked. */
export interface Log {
  debug(event: string, fields?: Fields): void
  info(event: string, fields?: Fields): void
  warn(event: string, fields?: Fields): void
  error(event: string, fields?: Fields): void
  failure(event: string, error: unknown, fields?: Fields): string
}

const order: Level[] = ['debug', 'info', 'warn', 'error']

/** What looks like a platform's token, or an address with a password, whatever field or text it stands in. */
const tokenShapes = /xox[a-z]-[\w-]+|xapp-[\w-]+|Bot [\w-]{20,}\.[\w-]+\.[\w-]+|(?<=:\/\/[^\s:@/]{1,64}:)[^\s@/]+(?=@)/g

/** Replaces platform tokens and passwords in a text by `[secret]`. */
export function redact(text: string): string {
  return text.replace(tokenShapes, '[secret]')
}

function shown(value: unknown): unknown {
  if (!(value instanceof Error)) return value
  const cause = value.cause === undefined ? undefined : shown(value.cause)
  return { name: value.name, message: value.message, stack: value.stack, cause }
}

/** A log that writes one JSON line per event. `write` gets the line with its newline; `now` gives epoch milliseconds. */
export function createLog(level: Level | 'silent', write: (line: string) => void, now: () => number): Log {
  const least = level === 'silent' ? order.length : order.indexOf(level)
  const put =
    (at: Level) =>
    (event: string, fields: Fields = {}) => {
      if (order.indexOf(at) < least) return
      const entries = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, shown(value)]))
      write(`${redact(JSON.stringify({ time: new Date(now()).toISOString(), level: at, event, ...entries }))}\n`)
    }
  const error = put('error')
  return {
    debug: put('debug'),
    info: put('info'),
    warn: put('warn'),
    error,
    failure(event, cause, fields = {}) {
      const reference = randomBytes(4).toString('hex')
      error(event, { reference, ...fields, error: cause })
      return reference
    },
  }
}
