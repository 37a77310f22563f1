import { Injectable } from '@nestjs/common'
import { Database, type LiveModel } from '@sizhang/service-kit'
import { Schema } from 'mongoose'

/** The collection that follows membership's persons: which ids stand for somebody. */
export const KNOWN_PERSONS = 'known_persons'

/** Which persons there are: a small replica of membership's facts, without a word about them. */
@Injectable()
export class KnownPersonsStore {
  private readonly persons: LiveModel

  constructor(database: Database) {
    this.persons = database.readModels.add(KNOWN_PERSONS, new Schema({ _id: { type: String, required: true }, erased: Boolean }))
  }

  /** Those of some ids that stand for a person who was registered and not erased. */
  async among(ids: readonly string[]): Promise<string[]> {
    const found = await this.persons().find({ _id: { $in: ids }, erased: { $ne: true } }, { _id: 1 })
    return found.map(({ _id }) => String(_id))
  }
}
