import type { mongo } from 'mongoose'
import { placeOf, rawOf } from '../consumer/read'
import type { RawRecord, Reading } from '../consumer/read'
import type { Collections } from '../generation/names'
import type { ParkedDocument, WaitingDocument } from './documents'

/** Another instance parked or released the aggregate in the meantime: what was read of it no longer holds, look again. */
export class ParkedMeanwhile extends Error {}

/** How the consumer keeps parked aggregates. Every step may be repeated after a crash, and two instances may meet at any of them. */
export class ParkingLot {
  constructor(private readonly db: () => Collections) {}

  /** Makes the indexes; may be called again and again. */
  async prepare(): Promise<void> {
    await this.waiting.createIndex({ key: 1, offset: 1 })
    await this.parked.createIndex({ retry: 1 }, { partialFilterExpression: { retry: true } })
  }

  /** Sets an aggregate aside. */
  async park(reading: Reading, reason: string): Promise<void> {
    const { topic, partition, offset, value } = reading.raw
    const document = { topic, partition, offset, reason, value, at: new Date(), revision: 0 }
    const { upsertedCount } = await this.parked.updateOne({ _id: reading.key }, { $setOnInsert: document }, { upsert: true })
    if (upsertedCount === 0) throw new ParkedMeanwhile(reading.key)
  }

  /** Puts later records of a parked aggregate behind it. */
  async queue(key: string, readings: readonly Reading[]): Promise<void> {
    if (readings.length === 0) return
    await this.waiting.bulkWrite(
      readings.map(({ raw }) => ({ updateOne: { filter: { _id: placeOf(raw) }, update: { $set: { key, ...raw } }, upsert: true } })),
      { ordered: false },
    )
    const { matchedCount } = await this.parked.updateOne({ _id: key }, { $inc: { revision: 1 } })
    if (matchedCount > 0) return
    await this.forget(readings.map(({ raw }) => raw))
    throw new ParkedMeanwhile(key)
  }

  /** The aggregates that an operator wants tried again. */
  async wanted(): Promise<ParkedDocument[]> {
    return this.parked.find({ retry: true }, { promoteBuffers: true, limit: 20 }).toArray()
  }

  /** What waits behind an aggregate, in the order of the log. */
  async behind(key: string): Promise<RawRecord[]> {
    const found = await this.waiting.find({ key }, { sort: { offset: 1 }, promoteBuffers: true }).toArray()
    return found.map(rawOf)
  }

  /** Takes records that are done with out of the queue. */
  async forget(records: readonly RawRecord[]): Promise<void> {
    if (records.length > 0) await this.waiting.deleteMany({ _id: { $in: records.map(placeOf) } })
  }

  /** Ends the parking unless something was queued after `seen`; false when it was. */
  async release({ _id, revision }: ParkedDocument): Promise<boolean> {
    const { deletedCount } = await this.parked.deleteOne({ _id, revision })
    return deletedCount > 0
  }

  /** Keeps it parked, now because of this record. */
  async keep(key: string, { raw }: Reading, reason: string): Promise<void> {
    await this.parked.updateOne({ _id: key }, { $set: { ...raw, reason, at: new Date() }, $unset: { retry: '', discard: '' } })
  }

  count(): Promise<number> {
    return this.parked.estimatedDocumentCount()
  }

  private get parked(): mongo.Collection<ParkedDocument> {
    return this.db().collection<ParkedDocument>('parked')
  }

  private get waiting(): mongo.Collection<WaitingDocument> {
    return this.db().collection<WaitingDocument>('parked_waiting')
  }
}
