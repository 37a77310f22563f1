import type { AreaCode, Level, LocalDate } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import { StoreParts, type Caller } from '@sizhang/service-kit'
import type { Stamps } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { byStamps } from './areas.store'
import { Projection } from './projection'

/** 届: a term of a body; its id is `<body>/<number>`. */
export interface KnownTerm {
  _id: string
  bodyId: string
  unitId: string
  serves: Level | null
  path: AreaCode[]
  from: LocalDate
  until: LocalDate
}

const schema = new Schema({ _id: String, unitId: String, serves: String, path: [String], from: String }, { strict: false })
schema.index({ unitId: 1 })
schema.index({ serves: 1, path: 1, from: 1 })
schema.index({ serves: 1, from: 1 })

/** The terms of all bodies. */
@Injectable()
export class TermsStore extends Projection<KnownTerm> {
  constructor(parts: StoreParts) {
    super(parts, 'terms', schema, { areas: 'path', unit: 'unitId' })
  }

  /** The terms of the bodies of some units. */
  ofUnits(caller: Caller, unitIds: readonly string[]): Promise<Pick<KnownTerm, 'unitId' | 'bodyId' | 'from' | 'until'>[]> {
    return this.rows(
      caller,
      { unitId: { $in: unitIds } },
      { fields: ['-_id', 'unitId', 'bodyId', 'from', 'until'], ofRowsWithinReach: true },
    )
  }

  /** The terms that have begun by a day, in bodies of units that serve a level within an area: they run or are overdue. */
  begun(caller: Caller, level: Level, within: Stamps | null, on: LocalDate): Promise<Pick<KnownTerm, 'bodyId' | 'unitId' | 'path'>[]> {
    const filter = { serves: level, ...byStamps(within), from: { $lte: on } }
    return this.rows(caller, filter, { fields: ['-_id', 'bodyId', 'unitId', 'path'] })
  }
}
