import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { Database, Rejected } from '@sizhang/service-kit'
import { Schema, type Model, type mongo } from 'mongoose'

/** Who holds a unit: one alone, or several who each put something under it. */
interface HeldUnit {
  _id: string
  alone?: HeldBy
  shared: HeldBy[]
}

/** A unit that is to be held in a turn. */
interface Hold {
  id: string
  /** Finds it where it is free. */
  filter: mongo.Filter<HeldUnit>
  change: object
}

/** The command that holds, and which time it was sent: the last one lets go. */
interface HeldBy {
  by: string
  turn: string
  until: Date
}

/** Which units a change holds. */
export interface Held {
  /** Changed in their place in the network, or ended: nobody else may touch their place meanwhile. */
  alone?: readonly string[]
  /** Something comes under them, or is covered by them: they may not end meanwhile. */
  shared?: readonly string[]
}

/** What a process left behind when it died holds no longer than this. A change takes some dozen milliseconds. */
const LASTS_MS = 60_000
const LONGEST_WAIT_MS = 6_000
/** So often it is begun anew when it turns out that other units have to be held, too. */
const MOST_TRIES = 5
const LIVING = { $filter: { input: '$shared', as: 'each', cond: { $gt: ['$$each.until', '$$NOW'] } } }

/**
 * Keeps rules over several units (ADR 36): a unit is not dissolved or merged while another comes under it, or it is to cover employers. A hold says
 * nothing of the network; it ends with the change, or by the database's clock where the process died.
 */
@Injectable()
export class Holds {
  private readonly model: Model<HeldUnit>
  private readonly first: ((unitIds: readonly string[]) => Promise<void>)[] = []

  constructor({ connection }: Database) {
    const schema = new Schema({ _id: { type: String, required: true } }, { strict: false })
    this.model = connection.model<HeldUnit>('unit_holds', schema, 'unit_holds')
  }

  /** Names what is to be finished first, once units are held: a change that died half-way. */
  finishFirst(finish: (unitIds: readonly string[]) => Promise<void>): void {
    this.first.push(finish)
  }

  /**
   * Does some work while units are held. They are taken in one order by all, so that two who need the same units do not wait for each other; which
   * they are is looked at again once they are held, as it may have changed until then. The same command sent again takes what it held itself, so that
   * nobody whose service died under it waits for his own hold.
   */
  async during<Done>(commandId: string, wanted: () => Promise<Held>, work: () => Promise<Done>): Promise<Done> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const held = await wanted()
      const alone = new Set(held.alone)
      const units = [...new Set([...alone, ...(held.shared ?? [])])].sort()
      if (units.length === 0) return work()
      const turn = randomUUID()
      const holds = units.map((id) => holdOf(id, { by: commandId, turn }, alone.has(id)))
      try {
        await this.take(holds, turn)
        for (const finish of this.first) await finish(units)
        const now = await wanted()
        if ((now.alone ?? []).every((id) => alone.has(id)) && (now.shared ?? []).every((id) => units.includes(id))) return await work()
      } finally {
        await this.release(units, turn)
      }
    }
    throw new Rejected('UNIT_HELD', { field: 'unitId' })
  }

  /**
   * Takes units, all with one write where none of them is held by others; where one is, one after the other. A write waits for the journal: of an
   * import of a hundred rows, holding their units one by one took most of the time.
   */
  private async take(holds: readonly Hold[], turn: string): Promise<void> {
    const upserts = holds.map(({ id }) => ({ updateOne: { filter: { _id: id }, update: { $setOnInsert: { shared: [] } }, upsert: true } }))
    const takes = holds.map(({ filter, change }) => ({ updateOne: { filter, update: [{ $set: change }] } }))
    const { upsertedCount, matchedCount } = await this.holds.bulkWrite([...upserts, ...takes], { ordered: true })
    if (upsertedCount + matchedCount === 2 * holds.length) return
    // Whoever kept those that were free while he waits for another would wait for somebody who waits for him.
    const units = holds.map(({ id }) => id)
    await this.release(units, turn)
    for (const hold of holds) await this.waitFor(hold)
  }

  private async waitFor({ id, filter, change }: Hold): Promise<void> {
    const giveUp = Date.now() + LONGEST_WAIT_MS
    for (let pause = 10; ; pause = Math.min(pause * 2, 160)) {
      const { matchedCount } = await this.holds.updateOne(filter, [{ $set: change }])
      if (matchedCount === 1) return
      if (Date.now() > giveUp) throw new Rejected('UNIT_HELD', { field: 'unitId', value: id })
      await wait(pause)
    }
  }

  /** Lets go of what this turn took of units, and of nothing else; unit by unit, as the driver sends no other writes again after a fail-over. */
  private async release(ids: readonly string[], turn: string): Promise<void> {
    const others = { $filter: { input: '$shared', as: 'each', cond: { $ne: ['$$each.turn', turn] } } }
    const alone = { $cond: [{ $eq: ['$alone.turn', turn] }, '$$REMOVE', '$alone'] }
    await this.holds.bulkWrite(ids.map((_id) => ({ updateOne: { filter: { _id }, update: [{ $set: { alone, shared: others } }] } })))
  }

  private get holds(): mongo.Collection<HeldUnit> {
    return this.model.collection as unknown as mongo.Collection<HeldUnit>
  }
}

/** What taking a unit asks of its hold, and what it changes there. */
function holdOf(id: string, { by, turn }: Omit<HeldBy, 'until'>, alone: boolean): Hold {
  const mine = { by, turn, until: { $add: ['$$NOW', LASTS_MS] } }
  const open = { $or: [{ $lte: [{ $ifNull: ['$alone.until', new Date(0)] }, '$$NOW'] }, { $eq: ['$alone.by', by] }] }
  const free = alone ? { $and: [open, { $eq: [{ $size: LIVING }, 0] }] } : open
  const change = alone ? { alone: mine, shared: [] } : { shared: { $concatArrays: [LIVING, [mine]] } }
  return { id, filter: { _id: id, $expr: free }, change }
}
