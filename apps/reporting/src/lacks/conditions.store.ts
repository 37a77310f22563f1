import { Injectable } from '@nestjs/common'
import { StoreParts, type Caller } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import { Projection } from '../network/projection'
import type { Note } from './lacks.domain'

interface KnownConditions {
  _id: string
  /** By the note's id. */
  notes?: Record<string, Note>
}

/** What was noted of the lacks of units; the id is the unit's. */
@Injectable()
export class ConditionsStore extends Projection<KnownConditions> {
  constructor(parts: StoreParts) {
    super(parts, 'conditions', new Schema({ _id: String }, { strict: false }), null)
  }

  /** The notes of some units, by unit; of one that is not there nothing was noted. */
  async ofUnits(caller: Caller, unitIds: readonly string[]): Promise<Map<string, Note[]>> {
    const rows = await this.rows(caller, { _id: { $in: unitIds } }, { fields: ['notes'] })
    return new Map(rows.map(({ _id, notes = {} }) => [_id, Object.values(notes)]))
  }
}
