import type { AreaCode, FormationMode, Level, LocalDate } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import { Database, type Caller } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import { Projection } from './projection'

/** A unit of the network, as reporting keeps it. */
export interface KnownUnit {
  _id: string
  /** The level whose areas it covers; null: it covers none. */
  serves: Level | null
  covers: AreaCode[]
  mode: FormationMode
  from: LocalDate
  until: LocalDate | null
}

const FIELDS = ['serves', 'covers', 'mode', 'from', 'until']

const schema = new Schema({ _id: String, covers: [String], until: String }, { strict: false })
schema.index({ covers: 1 })

/** The units of the network, dissolved ones too. */
@Injectable()
export class UnitsStore extends Projection<KnownUnit> {
  constructor(database: Database) {
    super(database, 'units', schema)
  }

  /** Units by id, in no order. */
  byId(caller: Caller, ids: readonly string[]): Promise<KnownUnit[]> {
    return this.rows(caller, { _id: { $in: ids } }, { fields: FIELDS })
  }

  /** Units that cover, covered or will cover any of some areas. */
  covering(caller: Caller, codes: readonly AreaCode[]): Promise<KnownUnit[]> {
    return this.rows(caller, { covers: { $in: codes } }, { fields: FIELDS })
  }

  /** Those of some units that no longer exist on a day. */
  async dissolved(caller: Caller, ids: readonly string[], on: LocalDate): Promise<Set<string>> {
    const rows = await this.rows(caller, { _id: { $in: ids }, until: { $lte: on } }, { fields: ['_id'] })
    return new Set(rows.map(({ _id }) => _id))
  }
}
