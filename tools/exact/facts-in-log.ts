import { type KafkaAsked, logEnds, type Places, type Readable, readLog, reading } from '@sizhang/messaging'
import { Checksum } from './checksum'

/** How the log is looked at. */
interface Looking {
  /** Aggregates, `<topic>/<id>`, that are left out; `nameless`: also records that name none. */
  strangers?: ReadonlySet<string>
  /** Called with each fact when it is first met; `place` is `<topic>/<id>/<seq>`. */
  onFact?: (place: string, fact: Readable) => void
}

/** What Kafka holds, duplicates dropped. Each aggregate's facts must first appear in order, without a gap. */
export class FactsInLog {
  /** The last sequence of each aggregate, by `<topic>/<id>`. */
  readonly last = new Map<string, number>()
  /** Gaps, wrong order, two facts under one sequence. */
  readonly findings: string[] = []
  /** Records that are no facts, with the reason. */
  readonly unreadable: string[] = []
  /** Records that stand at more than one offset. */
  duplicates = 0
  /** Facts, each once. */
  count = 0
  readonly checksum = new Checksum()
  private readonly ids = new Map<string, string[]>()
  private readonly readUpTo = new Map<string, Places>()

  constructor(
    private readonly asked: KafkaAsked,
    private readonly looking: Looking = {},
  ) {}

  /** Reads every topic, from the first record or from where the last reading ended, up to what is there now. */
  async readOn(): Promise<void> {
    for (const [topic, to] of await logEnds(this.asked)) {
      const from = this.readUpTo.get(topic) ?? new Map<number, number>()
      await readLog({ ...this.asked, topic, from, to }, (record) => this.take(reading(record)))
      this.readUpTo.set(topic, to)
    }
  }

  private take(read: ReturnType<typeof reading>): void {
    const { strangers, onFact } = this.looking
    if (strangers?.has(read.key) || (strangers?.has('nameless') && read.key.includes('@'))) return
    if (!('event' in read)) return void this.unreadable.push(`${read.key} 无法读取 cannot be read: ${read.reason}`)
    const { key, seq, event } = read
    const place = `${key}/${seq}`
    const ids = this.ids.get(key) ?? []
    const before = ids[seq]
    if (before !== undefined) {
      this.duplicates += 1
      if (before !== event.id) this.findings.push(`${place} 在日志中是两条事实 stands in the log as two facts: ${before}, ${event.id}`)
      return
    }
    const last = this.last.get(key) ?? 0
    if (seq !== last + 1) this.findings.push(`${key} 的第 ${seq} 条在第 ${last} 条之后 ${seq} comes after ${last}`)
    ids[seq] = event.id
    this.ids.set(key, ids)
    this.last.set(key, Math.max(seq, last))
    this.count += 1
    this.checksum.add(`${place} ${event.id}`)
    onFact?.(place, read)
  }
}
