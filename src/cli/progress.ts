import type { System } from './operator.ts'

/** Progress of long work on the error stream: one line that renews itself on a terminal, a line each quarter elsewhere. Short work shows none. */
export interface Progress {
  step(): void
  /** A line beside the progress, such as a file that could not be read. */
  note(text: string): void
  end(): void
}

const shownFrom = 20
const renewEvery = 100

export function createProgress(total: number, what: string, system: Pick<System, 'err' | 'now' | 'output'>): Progress {
  const live = system.output.isTTY === true
  let done = 0
  let shownAt = 0
  let quarter = 0
  const line = () => `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${what}`
  const clear = () => {
    if (live && shownAt > 0) system.err('\r\u001b[K')
  }
  return {
    step() {
      done++
      if (total < shownFrom) return
      if (live && system.now() - shownAt >= renewEvery) {
        shownAt = system.now()
        system.err(`\r\u001b[K${line()}`)
      } else if (!live && Math.floor((done * 4) / total) > quarter) {
        quarter = Math.floor((done * 4) / total)
        system.err(`${line()}\n`)
      }
    },
    note(text) {
      clear()
      system.err(text)
    },
    end: clear,
  }
}
