import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { Database, Rejected } from '@sizhang/service-kit'
import { Schema, type Model, type mongo } from 'mongoose'

/** Who holds a unit: one alone, or several who each put something under it. */
interface Hold {
  _id: string
  alone?: HeldBy
  shared: HeldBy[]
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
  /** Something comes under them: they may not end meanwhile. */
  shared?: readonly string[]
}

/** What a process left behind when it died holds no longer than this. A change takes some dozen milliseconds. */
const LASTS_MS = 60_000
const LONGEST_WAIT_MS = 6_000
/** So often it is begun anew when it turns out that other units have to be held, too. */
const MOST_TRIES = 5
const LIVING = { $filter: { input: '$shared', as: 'each', cond: { $gt: ['$$each.until', '$$NOW'] } } }

/**
 * Keeps rules over several units (ADR 36): a unit is not dissolved or merged while another comes under it. A hold says nothing of the network; it
 * ends with the change, or by the database's clock where the process died.
 */
@Injectable()
export class Holds {
  private readonly model: Model<Hold>
  private readonly first: ((unitIds: readonly string[]) => Promise<void>)[] = []

  constructor({ connection }: Database) {
    const schema = new Schema({ _id: { type: String, required: true } }, { strict: false })
    this.model = connection.model<Hold>('unit_holds', schema, 'unit_holds')
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
      const taken: (() => Promise<unknown>)[] = []
      try {
        for (const id of units) taken.push(await this.take(id, commandId, alone.has(id)))
        for (const finish of this.first) await finish(units)
        const now = await wanted()
        if ((now.alone ?? []).every((id) => alone.has(id)) && (now.shared ?? []).every((id) => units.includes(id))) return await work()
      } finally {
        await Promise.all(taken.map((release) => release()))
      }
    }
    throw new Rejected('UNIT_HELD', { field: 'unitId' })
  }

  private async take(_id: string, by: string, alone: boolean): Promise<() => Promise<unknown>> {
    const holds = this.model.collection as unknown as mongo.Collection<Hold>
    const turn = randomUUID()
    const mine = { by, turn, until: { $add: ['$$NOW', LASTS_MS] } }
    const open = { $or: [{ $lte: [{ $ifNull: ['$alone.until', new Date(0)] }, '$$NOW'] }, { $eq: ['$alone.by', by] }] }
    const free = alone ? { $and: [open, { $eq: [{ $size: LIVING }, 0] }] } : open
    const change = alone ? { alone: mine, shared: [] } : { shared: { $concatArrays: [LIVING, [mine]] } }
    await holds.updateOne({ _id }, { $setOnInsert: { shared: [] } }, { upsert: true })
    const giveUp = Date.now() + LONGEST_WAIT_MS
    for (let pause = 10; ; pause = Math.min(pause * 2, 160)) {
      const { matchedCount } = await holds.updateOne({ _id, $expr: free }, [{ $set: change }])
      if (matchedCount === 1) break
      if (Date.now() > giveUp) throw new Rejected('UNIT_HELD', { field: 'unitId', value: _id })
      await wait(pause)
    }
    return () =>
      alone
        ? holds.updateOne({ _id, 'alone.turn': turn }, { $unset: { alone: '' } })
        : holds.updateOne({ _id }, { $pull: { shared: { turn } } })
  }
}
