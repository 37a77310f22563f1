import type { HoldingKind, LocalDate, Rank } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import { StoreParts, type Caller } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import { Projection } from '../network/projection'

/** 任职、兼职、挂职: a seat held by a person from a day to a day; its id is the appointment's. */
export interface Holding {
  _id: string
  seatId: string
  bodyId: string
  unitId: string
  rank: Rank
  personId: string
  /** The head that the person was on the first day; null: none. */
  head: string | null
  kind: HoldingKind
  from: LocalDate
  until: LocalDate
}

const schema = new Schema({ _id: String, unitId: String, rank: String, bodyId: String, head: String }, { strict: false })
schema.index({ unitId: 1, rank: 1 })
schema.index({ bodyId: 1, head: 1, from: 1 })

/** The holdings of all seats, past ones too. */
@Injectable()
export class HoldingsStore extends Projection<Holding> {
  constructor(parts: StoreParts) {
    super(parts, 'holdings', schema, null)
  }

  /** The holdings of the chairs of some units. */
  chairsOf(caller: Caller, unitIds: readonly string[]): Promise<Pick<Holding, 'unitId' | 'bodyId' | 'from' | 'until'>[]> {
    return this.rows(caller, { unitId: { $in: unitIds }, rank: 'CHAIR' }, { fields: ['-_id', 'unitId', 'bodyId', 'from', 'until'] })
  }

  /** The holdings in some bodies on a day, by persons who were heads when they took them. */
  ofHeads(caller: Caller, bodyIds: readonly string[], on: LocalDate): Promise<(Pick<Holding, 'bodyId' | 'personId'> & { head: string })[]> {
    const filter = { bodyId: { $in: bodyIds }, head: { $gt: '' }, from: { $lte: on }, until: { $gt: on } }
    return this.rows(caller, filter, { fields: ['-_id', 'bodyId', 'personId', 'head'] })
  }
}
