import { Injectable } from '@nestjs/common'
import type { AreaCode } from '@sizhang/contracts'
import { Database, type LiveModel } from '@sizhang/service-kit'
import { Schema } from 'mongoose'

/** An employer as far as membership cares: what it is, and where. */
interface KnownEmployer {
  _id: string
  /** Kind of employer, from the packs. */
  kind: string
  path: AreaCode[]
}

/** The collection that follows organization's employers. */
export const KNOWN_EMPLOYERS = 'known_employers'

const schema = new Schema({ _id: { type: String, required: true }, kind: String, path: [String] })

/** The employers that home jobs can be at: a small replica of organization's facts. */
@Injectable()
export class KnownEmployersStore {
  private readonly employers: LiveModel

  constructor(database: Database) {
    this.employers = database.readModels.add(KNOWN_EMPLOYERS, schema)
  }

  /** One employer; null when it is not known here. */
  find(id: string): Promise<KnownEmployer | null> {
    return this.employers().findOne({ _id: id }).lean<KnownEmployer>()
  }
}
