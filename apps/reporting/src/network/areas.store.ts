import { levels, type AreaCode, type AreaKind, type Level, type LocalDate } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import { Rejected, StoreParts, type Caller } from '@sizhang/service-kit'
import { pathOn, stampsOn, type Ended, type Stamps } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { isListedOn, kindOn } from './areas.domain'
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
  /** When it ended, and what carries it on; absent: it is in force. */
  end?: { on: LocalDate; heir: AreaCode[] }
  /** What it was later, by the first day; absent: it stayed what it was. */
  later?: Record<LocalDate, { kind: AreaKind | null; placeholder: boolean }>
}

/** An area as a list of a level has it. */
export type ListedArea = Pick<KnownArea, 'code' | 'level' | 'kind' | 'placeholder' | 'from' | 'end' | 'later'> & { path?: AreaCode[] }

const LISTED = ['-_id', 'code', 'level', 'kind', 'placeholder', 'from', 'end', 'later']

const schema = new Schema({ _id: String, level: String, parent: String, path: [String], placeholder: Boolean }, { strict: false })
schema.index({ level: 1, _id: 1 })
schema.index({ level: 1, path: 1, _id: 1 })
schema.index({ parent: 1, _id: 1 })
schema.index({ 'end.on': 1 }, { sparse: true })

/** The list of areas, as far as facts have told of it. */
@Injectable()
export class AreasStore extends Projection<KnownArea> {
  constructor(parts: StoreParts) {
    super(parts, 'areas', schema, { areas: 'path' })
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

  /** The areas that are over, whoever asks: the list of areas is public knowledge. */
  async ended(caller: Caller): Promise<Ended> {
    const rows = await this.rows(caller, { 'end.on': { $exists: true } }, { fields: ['code', 'end'], ofRowsWithinReach: true })
    return new Map(rows.flatMap(({ code, end }) => (end ? [[code, { code, ...end }]] : [])))
  }

  /** The areas directly below an area on a day, by code, without placeholders. Without an area: those below the highest that the caller may see. */
  async below(caller: Caller, parent: AreaCode | null, on: LocalDate): Promise<KnownArea[]> {
    const [parents, ended] = await Promise.all([parent === null ? this.highest(caller) : [parent], this.ended(caller)])
    const above = [...ended.keys()].filter((code) => parents.includes(pathOn([code], ended, on).at(-1) ?? ''))
    const rows = await this.rows(caller, { parent: { $in: [...parents, ...above] } }, { sort: { _id: 1 } })
    return rows.filter(
      (area) => isListedOn(area, on) && !kindOn(area, on).placeholder && parents.includes(pathOn(area.path, ended, on).at(-2) ?? ''),
    )
  }

  /** By which stamps records within an area on a day are told; null: all records. Refused for an area that is not in the list. */
  async stampsWithin(caller: Caller, within: AreaCode | null, on: LocalDate): Promise<Stamps | null> {
    if (within === null) return null
    const [[root], ended] = await Promise.all([this.byCode(caller, [within]), this.ended(caller)])
    if (!root) throw unknownArea(within)
    return stampsOn(within, root.path.length, ended, on)
  }

  private async highest(caller: Caller): Promise<AreaCode[]> {
    for (const level of levels) {
      const rows = await this.rows(caller, { level }, { fields: ['code'] })
      if (rows.length > 0) return rows.map(({ code }) => code)
    }
    return []
  }
}

/** The refusal of an area to look within. */
export function unknownArea(within: AreaCode): Rejected {
  return new Rejected('AREA_UNKNOWN', { field: 'within', value: within })
}

/** The database filter for records that lie within an area, by their path; all records where none is asked for. */
export function byStamps(stamps: Stamps | null): Record<string, unknown> {
  return stamps ? { path: { $in: stamps.one, $nin: stamps.none } } : {}
}
