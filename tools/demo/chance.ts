import { v5 as uuidv5 } from 'uuid'

const NAMESPACE = '5a5a0000-0000-5000-8000-000000000000'

/** The id of a command of the demo: the same each time, so that an interrupted load goes on where it was. */
export function commandId(...name: (string | number)[]): string {
  return uuidv5(name.join('/'), NAMESPACE)
}

/** Chance that is the same each time: numbers drawn from a name. */
export class Chance {
  private state: number

  constructor(name: string) {
    this.state = Number.parseInt(uuidv5(name, NAMESPACE).slice(0, 8), 16)
  }

  /** A number from 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** One of a list. */
  one<Entry>(list: readonly Entry[]): Entry {
    const entry = list[Math.floor(this.next() * list.length)]
    if (entry === undefined) throw new Error('nothing to choose from')
    return entry
  }

  /** Whether something of this likelihood happens. */
  happens(likelihood: number): boolean {
    return this.next() < likelihood
  }

  /** A day from one day to another, both included. */
  day(from: string, to: string): string {
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
    return new Date(Date.parse(from) + this.whole(0, days) * 86_400_000).toISOString().slice(0, 10)
  }
}
