import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import type { Caller } from '../../command/invocation.ts'
import type { Core } from '../../invoke.ts'
import { complete } from './complete.ts'
import { limits } from './limits.ts'
import { renderTerminal } from './render.ts'

/** Who asks in a terminal: whoever may run the program may do everything. */
export const terminalCaller = (): Caller => ({
  adapter: 'terminal',
  team: null,
  channel: null,
  person: null,
  manager: true,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})

export interface Streams {
  input: NodeJS.ReadableStream & { isTTY?: boolean }
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  environment: Record<string, string | undefined>
}

/** Width and colour as the output bears them: no styles in a pipe or with NO_COLOR (no-color.org), FORCE_COLOR turns them on. */
export function terminalOptions({ output, environment }: Streams): { width: number; color: boolean } {
  const forced = environment.FORCE_COLOR !== undefined && environment.FORCE_COLOR !== '0'
  const color = !environment.NO_COLOR && (forced || output.isTTY === true)
  const columns = Number(environment.COLUMNS) || output.columns || limits.defaultWidth
  return { width: columns, color }
}

/**
 * Takes typed commands: a prompt with history and completion on a terminal, one line after the other from a pipe. Ends at the end of input, at
 * Ctrl-C, or when `signal` fires; an answer that is being written is finished first. True where every line was answered without an error.
 */
export async function listen(
  core: Core,
  streams: Streams,
  options: { historyFile?: string; signal?: AbortSignal },
): Promise<boolean> {
  const { input, output } = streams
  const interactive = input.isTTY === true && output.isTTY === true
  const caller = terminalCaller()
  const reader = createInterface({
    input,
    output: interactive ? output : undefined,
    terminal: interactive,
    prompt: 'launchwire> ',
    historySize: limits.historyLines,
    history: interactive ? readHistory(options.historyFile) : [],
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, core, caller),
  })
  options.signal?.addEventListener('abort', () => reader.close(), { once: true })
  reader.on('SIGINT', () => reader.close())
  if (interactive && options.historyFile) {
    const file = options.historyFile
    reader.on('history', (lines: string[]) => saveHistory(file, lines))
  }
  let right = true
  if (interactive) reader.prompt()
  for await (const typed of reader) {
    const line = typed.trim()
    if (/^\/?(exit|quit)$/.test(line)) break
    if (line !== '') {
      const message = await core.invokeLine(line, caller)
      if (message.error) right = false
      output.write(`${renderTerminal(message, terminalOptions(streams))}\n`)
    }
    if (interactive) reader.prompt()
  }
  reader.close()
  return right
}

function readHistory(file: string | undefined): string[] {
  if (!file || !existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, limits.historyLines)
}

function saveHistory(file: string, lines: string[]): void {
  try {
    writeFileSync(file, `${lines.slice(0, limits.historyLines).join('\n')}\n`, { mode: 0o600 })
  } catch {
    // history is a comfort: a folder that cannot be written must not end the session
  }
}
