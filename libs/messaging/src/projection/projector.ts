import type { PartitionPosition, Positions } from '../consumer/positions'
import type { Reading } from '../consumer/read'
import type { Collections } from '../generation/names'
import type { ConsumerCounters } from '../metrics'
import { ParkedMeanwhile } from '../parked/parking-lot'
import type { ParkingLot } from '../parked/parking-lot'
import { fold } from './fold'
import { groupBy } from './group-by'
import { cut, plan } from './plan'
import type { Handle, Plan } from './plan'
import { standingsOf } from './standings'
import { Together } from './together'
import { isRefusal, write } from './write'

/** Facts that are planned, folded and written together. */
const EVENTS_A_WORK = 4_000

/** Records of one partition, and where it stands when they are applied. */
interface Chunk {
  readings: readonly Reading[]
  partition: PartitionPosition
}

/** How aggregates are taken whose first fact comes: as new ones, which nearly all are, without a look; or as they are found to stand. */
type NewOnes = 'as new' | 'as they stand'

/** Applies facts to the read models of a service: each to each document at most once, whatever is repeated, cut off or done twice at once. */
export class Projector {
  private readonly together = new Together<Chunk>((chunks) => this.settle(chunks), {
    weight: EVENTS_A_WORK,
    weightOf: ({ readings }) => readings.length,
  })

  constructor(
    private readonly db: () => Collections,
    private readonly positions: Positions,
    private readonly lot: ParkingLot,
    private readonly handle: Handle,
    private readonly counters: ConsumerCounters,
  ) {}

  /**
   * Applies a chunk of one partition and moves the positions; aggregates that cannot go on are parked. Throws only what passes by
   * itself (the database is away): the same chunk is then given again. Chunks of several partitions share their trips to the database.
   */
  project(readings: readonly Reading[], partition: PartitionPosition): Promise<void> {
    return this.together.carryOut({ readings, partition })
  }

  /** Applies the records of one aggregate that was parked. Where it stops again, says at which record and why. */
  async resume(readings: readonly Reading[]): Promise<Plan['stop']> {
    const [first] = readings
    if (!first) return undefined
    const applied = (await this.positions.of([first.key])).get(first.key) ?? 0
    const [done] = await this.carryOut([await plan(first.key, readings, { applied, parked: false }, this.handle)])
    if (!done) return undefined
    await this.showing(reached([done]), () => this.positions.advance(reached([done])))
    this.count([{ ...done, stop: undefined, behind: [] }])
    return done.stop
  }

  /**
   * Applies all facts of an aggregate once more: what is missing of its documents is made again, what is there is as far already and stays.
   * Says why not, where they are not all: half of them would make half a document.
   */
  async again(key: string, readings: readonly Reading[]): Promise<string | undefined> {
    const { applied, parked } = await standingsOf(this.db(), [key])
    if (parked.has(key)) return 'it stands aside: see parked retry'
    const planned = await plan(key, readings, { applied: 0, parked: false }, this.handle)
    if (planned.stop) return planned.stop.reason
    const [last, known] = [planned.steps.at(-1)?.seq ?? 0, applied.get(key) ?? 0]
    if (last < known) return `it is given up to ${last} and applied up to ${known}`
    const done = await this.carryOut([planned])
    await this.positions.advance(reached(done))
    return done[0]?.stop?.reason
  }

  private async settle(chunks: readonly Chunk[]): Promise<void> {
    for (let taken: NewOnes = 'as new'; ; taken = 'as they stand') {
      try {
        return await this.once(chunks, taken)
      } catch (error) {
        if (!(error instanceof ParkedMeanwhile)) throw error
      }
    }
  }

  /** Applies chunks. What cannot go on is looked at before it is set aside: it may be no new aggregate at all. */
  private async once(chunks: readonly Chunk[], newOnes: NewOnes): Promise<void> {
    const partitions = chunks.map(({ partition }) => partition)
    const groups = groupBy(
      chunks.flatMap(({ readings }) => readings),
      ({ key }) => key,
    )
    const keys = [...groups.keys()]
    const looked = new Set(newOnes === 'as new' ? keys.filter((key) => groups.get(key)?.[0]?.seq !== 1) : keys)
    const isUnlooked = ({ key, stop }: Plan) => stop !== undefined && !looked.has(key)
    const { applied, parked } = await standingsOf(this.db(), [...looked])
    const plans: Plan[] = []
    for (const [key, records] of groups)
      plans.push(await plan(key, records, { applied: applied.get(key) ?? 0, parked: parked.has(key) }, this.handle))
    const stopped = plans.filter(({ stop }) => stop).map(({ key }) => key)
    if (stopped.length > 0 && (await this.haveMoved(stopped, applied))) return this.once(chunks, 'as they stand')
    const done = await this.carryOut(plans)
    if (done.some(isUnlooked)) return this.once(chunks, 'as they stand')
    await this.showing(reached(done), async () => {
      for (const { key, stop, behind } of done) {
        if (stop) await this.lot.park(stop.reading, stop.reason)
        await this.lot.queue(key, behind)
      }
      await this.positions.advance(reached(done), partitions, new Set(keys.filter((key) => !applied.has(key))))
    })
    this.count(done)
  }

  /** Lets whoever waits know that the read models show these, and for as long as their positions are being moved whoever asks. */
  private async showing(applied: ReadonlyMap<string, number>, moving: () => Promise<void>): Promise<void> {
    this.positions.shown(applied)
    try {
      await moving()
    } finally {
      this.positions.moved(applied)
    }
  }

  /** Whether others moved these aggregates after it was looked: a retry that ends between the two looks would pass for a gap. */
  private async haveMoved(keys: string[], applied: ReadonlyMap<string, number>): Promise<boolean> {
    const now = await this.positions.of(keys)
    return keys.some((key) => now.get(key) !== applied.get(key))
  }

  /** Writes what the plans say. What MongoDB refuses for good is found by taking aggregate by aggregate, fact by fact: it alone is stopped. */
  private async carryOut(plans: Plan[]): Promise<Plan[]> {
    try {
      await write(this.db(), fold(plans.flatMap(({ steps }) => steps)))
      return plans
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
    const done: Plan[] = []
    for (const each of plans) done.push(await this.stepByStep(each))
    return done
  }

  private async stepByStep(planned: Plan): Promise<Plan> {
    for (const step of planned.steps) {
      try {
        await write(this.db(), fold([step]))
      } catch (error) {
        if (!isRefusal(error)) throw error
        return cut(planned, step, `the database refused it: ${String(error)}`)
      }
    }
    return planned
  }

  private count(plans: readonly Plan[]): void {
    for (const { steps, duplicates, stop, behind } of plans) {
      const unwanted = steps.filter(({ writes }) => writes === undefined).length
      this.counters.records('without-handler', unwanted)
      this.counters.records('applied', steps.length - unwanted)
      this.counters.records('duplicate', duplicates)
      this.counters.records('parked', stop ? 1 : 0)
      this.counters.records('queued', behind.length)
    }
  }
}

function reached(plans: readonly Plan[]): Map<string, number> {
  return new Map(plans.flatMap(({ key, steps }) => steps.slice(-1).map(({ seq }): [string, number] => [key, seq])))
}
