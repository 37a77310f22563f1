import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A command that was accepted: what the client was told, and nothing that it was not told. */
export interface Entry {
  commandId: string
  command: string
  variables: Record<string, unknown>
  /** Topic, aggregate and sequence, from the mark in the answer. */
  topic: string
  id: string
  seq: number
  mark: string
  /** How often it had to be sent. */
  sent: number
}

/** What clients were told, on disk as it happens. */
export class Ledger {
  readonly entries: Entry[] = []
  /** What no client should have seen: other statuses than 200, 502, 503 and cut connections; refusals; commands without an answer. */
  readonly complaints: string[] = []

  constructor(private readonly file: string) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '')
  }

  accept(entry: Entry): void {
    this.entries.push(entry)
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`)
  }

  /** The last so many accepted commands of each aggregate. */
  latest(count: number): Entry[] {
    const left = new Map<string, number>()
    return this.entries.toReversed().filter(({ topic, id }) => {
      const key = `${topic}/${id}`
      left.set(key, (left.get(key) ?? count) - 1)
      return (left.get(key) ?? 0) >= 0
    })
  }

  complain(what: string): void {
    this.complaints.push(what)
    appendFileSync(this.file, `${JSON.stringify({ complaint: what })}\n`)
  }
}
