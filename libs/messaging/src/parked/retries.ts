import type { mongo } from 'mongoose'
import type { Logger } from 'pino'
import { pause } from '../backoff'
import { rawOf, read } from '../consumer/read'
import type { RawRecord, Reading } from '../consumer/read'
import type { Gate } from '../generation/gate'
import type { Projector } from '../projection/projector'
import { keepDiscarded } from './discarded'
import type { ParkedDocument } from './documents'
import type { ParkingLot } from './parking-lot'

const LOOK_EVERY_MS = 1_000

/** Does in a running service what operators ask of its parked aggregates. Several instances may do it at once. */
export class Retries {
  private readonly stopped = new AbortController()
  private running: Promise<void> | undefined

  constructor(
    private readonly db: () => mongo.Db,
    private readonly lot: ParkingLot,
    private readonly projector: Projector,
    private readonly gate: Gate,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run()
  }

  async stop(): Promise<void> {
    this.stopped.abort()
    await this.running
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped
    for (; !signal.aborted; await pause(LOOK_EVERY_MS, signal)) {
      try {
        await this.retryWanted()
      } catch (error) {
        this.logger.warn({ err: error }, 'could not look for parked aggregates to retry')
      }
    }
  }

  /** At the swap of the read models nothing is tried. The gate is entered only where something is to be done: work there tells a rebuild to make way. */
  private async retryWanted(): Promise<void> {
    if (!this.gate.isOpen || (await this.lot.wanted()).length === 0) return
    const leave = this.gate.enter()
    try {
      for (const parked of await this.lot.wanted()) await this.retry(parked)
    } finally {
      leave()
    }
  }

  private async retry(parked: ParkedDocument): Promise<void> {
    if (parked.discard) await keepDiscarded(this.db(), parked, parked.discard)
    const head = rawOf(parked)
    const waiting = (await this.lot.behind(parked._id)).filter((record) => record.offset !== head.offset)
    const readings = inOrder(parked.discard ? waiting : [head, ...waiting])
    const stop = await this.projector.resume(readings)
    if (!stop) {
      await this.lot.forget([head, ...waiting])
      if (await this.lot.release(parked))
        this.logger.info({ aggregate: parked._id, records: readings.length }, 'a parked aggregate goes on')
      return
    }
    const at = readings.indexOf(stop.reading)
    const before = readings.slice(0, at).map(({ raw }) => raw)
    const after = readings.slice(at + 1)
    await this.lot.queue(
      parked._id,
      after.filter(({ raw }) => raw === head),
    )
    await this.lot.keep(parked._id, stop.reading, stop.reason)
    await this.lot.forget([...before, stop.reading.raw, ...(parked.discard ? [head] : [])])
    this.logger.warn({ aggregate: parked._id, reason: stop.reason }, 'a parked aggregate stays parked')
  }
}

/** By sequence; what cannot be read stays behind the record before it in the log. What the positions know already is dropped later, as everywhere. */
function inOrder(records: readonly RawRecord[]): Reading[] {
  let last = 0
  return [...records]
    .sort((a, b) => a.offset - b.offset)
    .map(read)
    .map((reading) => ({ reading, order: (last = reading.seq ?? last) }))
    .sort((a, b) => a.order - b.order)
    .map(({ reading }) => reading)
}
