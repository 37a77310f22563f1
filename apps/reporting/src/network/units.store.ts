import type { AreaCode, FormationMode, Level, LocalDate } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import { StoreParts, type Caller } from '@sizhang/service-kit'
import type { Stamps } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { byStamps } from './areas.store'
import { successorsOf, type Standing } from '../coverage/tree.domain'
import { Projection } from './projection'

/** A unit of the network, as reporting keeps it. */
export interface KnownUnit {
  _id: string
  /** The level whose areas it covers; null: it covers none. */
  serves: Level | null
  /** The areas that it ever covered. */
  covers: AreaCode[]
  /** Areas that it took over, with each first day. */
  took?: Record<AreaCode, Record<LocalDate, true>>
  /** Areas that it handed over, with each first day on which it covers them no more, and who took over. */
  gave?: Record<AreaCode, Record<LocalDate, string>>
  mode: FormationMode
  path: AreaCode[]
  from: LocalDate
  until: LocalDate | null
}

const FIELDS = ['serves', 'covers', 'took', 'gave', 'mode', 'path', 'from', 'until']

const schema = new Schema({ _id: String, covers: [String], until: String }, { strict: false })
schema.index({ covers: 1 })
schema.index({ serves: 1, path: 1 })

/** The units of the network, dissolved ones too. */
@Injectable()
export class UnitsStore extends Projection<KnownUnit> {
  constructor(parts: StoreParts) {
    super(parts, 'units', schema, { areas: 'path', unit: '_id' })
  }

  /** Units by id, in no order. */
  byId(caller: Caller, ids: readonly string[]): Promise<KnownUnit[]> {
    return this.rows(caller, { _id: { $in: ids } }, { fields: FIELDS })
  }

  /** Where some units stand, which were found within reach, with all that went on for them or took over from them. */
  async standing(caller: Caller, ids: readonly string[]): Promise<Map<string, Standing>> {
    const known = new Map<string, Standing>()
    for (let wanted = [...ids]; wanted.length > 0;) {
      const choice = { fields: ['path', 'until', 'parentId', 'moves', 'successorId', 'gave'], ofRowsWithinReach: true }
      const rows = await this.rows<Standing & { _id: string }>(caller, { _id: { $in: wanted } }, choice)
      for (const row of rows) known.set(row._id, row)
      wanted = [...new Set(rows.flatMap(successorsOf))].filter((id) => !known.has(id))
    }
    return known
  }

  /** Units that cover, covered or will cover any of some areas, which were found within reach. */
  covering(caller: Caller, codes: readonly AreaCode[]): Promise<KnownUnit[]> {
    return this.rows(caller, { covers: { $in: codes } }, { fields: FIELDS, ofRowsWithinReach: true })
  }

  /** The units that serve a level, are seated within an area (null: anywhere) and are in force on a day, in no order. */
  inForce(caller: Caller, level: Level, within: Stamps | null, on: LocalDate): Promise<{ _id: string; path: AreaCode[] }[]> {
    const lasting = { from: { $lte: on }, $or: [{ until: null }, { until: { $gt: on } }] }
    return this.rows(caller, { serves: level, ...byStamps(within), ...lasting }, { fields: ['path'] })
  }

  /** Those of some units that no longer exist on a day. */
  async dissolved(caller: Caller, ids: readonly string[], on: LocalDate): Promise<Set<string>> {
    const rows = await this.rows(caller, { _id: { $in: ids }, until: { $lte: on } }, { fields: ['_id'] })
    return new Set(rows.map(({ _id }) => _id))
  }
}
