import type { Block, Cell } from '../article.ts'

/** What the text that is written next is. */
export interface Context {
  kind: Block['kind']
  level?: number
}

/** Collects the text of a page and its blocks. White space is folded; nothing is written for a block without words. */
export interface Writer {
  context: Context
  write(text: string, bold: boolean): void
  lineBreak(): void
  mark(sign: string): void
  joint(sign: string): void
  flush(): void
  table(rows: { text: string; header: boolean; columns: number; down: number }[][]): void
  done(): { text: string; blocks: Block[] }
}

/** An empty text. */
export function newWriter(): Writer {
  const parts: string[] = []
  const blocks: Block[] = []
  let length = 0
  let current: string[] = []
  let bold = 0
  let space = false
  let broken = false
  const add = (text: string) => {
    parts.push(text)
    length += text.length
  }
  return {
    context: { kind: 'paragraph' },
    write(text, isBold) {
      for (const match of text.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
        const piece = match[0]
        if (/^[ \t\r\n\f]/.test(piece)) space = current.length > 0 && !broken
        else {
          if (space) current.push(' ')
          space = false
          broken = false
          current.push(piece)
          if (isBold) bold += piece.length
        }
      }
    },
    lineBreak() {
      if (current.length > 0 && !broken) current.push('\n')
      broken = true
      space = false
    },
    mark(sign) {
      if (current.length > 0) current.push(sign)
    },
    joint(sign) {
      if (current.length > 0) current.push(current.at(-1)?.endsWith(':') ? ' ' : sign)
      space = false
    },
    flush() {
      const text = current
        .join('')
        .replace(/\u200b|\ufeff/g, '')
        .trim()
      const allBold = bold > 0 && bold >= text.replace(/\s/g, '').replace(/:$/, '').length * 0.95
      current = []
      bold = 0
      space = false
      broken = false
      if (text === '') return
      if (length > 0) add('\n\n')
      const kind = this.context.kind
      const titled = kind === 'paragraph' && allBold && text.length < 120 && !/[.!?]$/.test(text) && !/\d%/.test(text)
      blocks.push({
        kind: titled ? 'heading' : kind,
        start: length,
        end: length + text.length,
        ...(titled ? { level: 6 } : this.context.level === undefined ? {} : { level: this.context.level }),
      })
      add(text)
    },
    table(rows) {
      this.flush()
      if (length > 0) add('\n\n')
      const start = length
      const cells: Cell[][] = []
      const held = new Map<number, { left: number; cell: Cell }>()
      for (const row of rows) {
        const line: Cell[] = []
        const carry = () => {
          for (let above = held.get(line.length); above && line.length < 200; above = held.get(line.length)) {
            if (--above.left === 0) held.delete(line.length)
            line.push(above.cell)
          }
        }
        if (length > start) add('\n')
        row.forEach((cell, k) => {
          if (k > 0) add(' | ')
          const made: Cell = { start: length, end: length + cell.text.length, ...(cell.header ? { header: true } : {}) }
          add(cell.text)
          for (let c = 0; c < cell.columns && line.length < 200; c++) {
            carry()
            if (cell.down > 1) held.set(line.length, { left: cell.down - 1, cell: made })
            line.push(made)
          }
        })
        carry()
        cells.push(line)
      }
      if (length > start) blocks.push({ kind: 'table', start, end: length, rows: cells })
    },
    done: () => ({ text: parts.join(''), blocks }),
  }
}
