import type { AreaCode, AreaKind, Level, LocalDate } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import { Database, Rejected, type Caller } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import { Projection } from './projection'

/** An area as reporting keeps it; its name stays with organization. */
export interface KnownArea {
  _id: AreaCode
  code: AreaCode
  parent: AreaCode | null
  level: Level
  kind: AreaKind | null
  placeholder: boolean
  /** From the city down to this area, itself included. */
  path: AreaCode[]
  from: LocalDate | null
}

/** An area as a list of a level has it. */
export type ListedArea = Pick<KnownArea, 'code' | 'level' | 'kind' | 'placeholder' | 'from'> & { path?: AreaCode[] }

const LISTED = ['-_id', 'code', 'level', 'kind', 'placeholder', 'from']

const schema = new Schema({ _id: String, level: String, parent: String, path: [String], placeholder: Boolean }, { strict: false })
schema.index({ level: 1, _id: 1 })
schema.index({ level: 1, path: 1, _id: 1 })
schema.index({ parent: 1, _id: 1 })

/** The list of areas, as far as facts have told of it. */
@Injectable()
export class AreasStore extends Projection<KnownArea> {
  constructor(database: Database) {
    super(database, 'areas', schema)
  }

  /** Areas by code, in no order. */
  byCode(caller: Caller, codes: readonly AreaCode[]): Promise<KnownArea[]> {
    return this.rows(caller, { _id: { $in: codes } })
  }

  /** The areas of a level within any of some areas, by code; null: all there are. Their paths only where they are asked for. */
  ofLevel(caller: Caller, level: Level, within: readonly AreaCode[] | null, withPaths: boolean): Promise<ListedArea[]> {
    const filter = { level, ...(within ? { path: { $in: within } } : {}) }
    return this.rows(caller, filter, { fields: withPaths ? [...LISTED, 'path'] : LISTED, sort: { _id: 1 } })
  }

  /** The areas directly below an area, by code, without placeholders. Without an area: those below the city. */
  async below(caller: Caller, parent: AreaCode | null): Promise<KnownArea[]> {
    const root = parent ?? (await this.rows(caller, { level: 'CITY' }, { sort: { _id: 1 }, limit: 1 }))[0]?.code
    return root ? this.rows(caller, { parent: root, placeholder: false }, { sort: { _id: 1 } }) : []
  }

  /** Refuses to look within an area that is not in the list; null, the whole list, is always known. */
  async checkWithin(caller: Caller, within: AreaCode | null): Promise<void> {
    if (within !== null && (await this.byCode(caller, [within])).length === 0) throw unknownArea(within)
  }
}

/** The refusal of an area to look within. */
export function unknownArea(within: AreaCode): Rejected {
  return new Rejected('AREA_UNKNOWN', { field: 'within', value: within })
}
