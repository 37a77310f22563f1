import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { StoreParts, type Caller } from '@sizhang/service-kit'
import type { Stamps } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { byStamps } from '../network/areas.store'
import { Projection } from '../network/projection'
import type { Cover, Employer } from './sectors.domain'

interface KnownEmployer {
  _id: string
  kind: string
  path: AreaCode[]
  from: LocalDate
  /** By the cover's id; absent where there never was one. */
  covers?: Record<string, Cover>
}

const schema = new Schema({ _id: String, kind: String, path: [String], from: String }, { strict: false })
schema.index({ path: 1, _id: 1 })

/** The employers, with all that ever covered them; their names stay with organization. */
@Injectable()
export class EmployersStore extends Projection<KnownEmployer> {
  constructor(parts: StoreParts) {
    super(parts, 'employers', schema, { areas: 'path' })
  }

  /** The employers within an area, by area and then by id; null: all of them. */
  async inArea(caller: Caller, within: Stamps | null): Promise<Employer[]> {
    const rows = await this.rows(caller, byStamps(within), { fields: ['kind', 'path', 'from', 'covers'] })
    return rows
      .map(({ _id: id, covers = {}, ...employer }) => ({ id, ...employer, covers: Object.values(covers) }))
      .sort((a, b) => (placeOf(a).join(' ') < placeOf(b).join(' ') ? -1 : 1))
  }
}

/** Where an employer stands in the list: by its area, then by id. */
export function placeOf({ path, id }: Pick<Employer, 'path' | 'id'>): [string, string] {
  return [path.join('/'), id]
}
