import { Rejected } from '../rules'

const [QUOTE, COMMA, LINE_FEED, CARRIAGE_RETURN] = Buffer.from('",\n\r')

/** Counts the cells of each row of a CSV as it goes by: the parser limits what is in cells, and would gather millions of empty ones first. */
export class CellCount {
  private line = 1
  private cells = 1
  private isQuoted = false
  private last: number | undefined

  constructor(private readonly most: number) {}

  /** Refuses a row of more cells than there may be. */
  pass(bytes: Buffer): void {
    for (const byte of bytes) {
      if (byte === QUOTE) this.isQuoted = !this.isQuoted
      else if (!this.isQuoted) this.see(byte)
      this.last = byte
    }
  }

  private see(byte: number): void {
    if (byte === COMMA) this.cells += 1
    else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      this.cells = 1
      if (byte === CARRIAGE_RETURN || this.last !== CARRIAGE_RETURN) this.line += 1
    }
    if (this.cells > this.most) throw new Rejected('FILE_TOO_MANY_COLUMNS', { field: 'file', line: this.line, max: this.most })
  }
}
