import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Calendar, Database, type LiveModel, type Reach } from '@sizhang/service-kit'
import type { Grant } from '@sizhang/service-kit/rights'
import { pathOn } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { widenedBySuccession, type EndedPlace } from './succession.domain'

/** The collection that follows areas and units: where each of them lies. */
export const KNOWN_PLACES = 'known_places'

/** Ids of units have hyphens, area codes have not. */
const IS_UNIT = { $regex: '-' }

interface KnownPlace {
  _id: string
  path: AreaCode[]
  /** Of an area that is over. */
  end?: { on: LocalDate; heir: AreaCode[] }
}

/** Where areas and units lie: what a grant may be given for. A small replica of organization's facts, by area code and unit id. */
@Injectable()
export class KnownPlacesStore {
  private readonly places: LiveModel

  constructor(
    { readModels }: Database,
    private readonly calendar: Calendar,
  ) {
    const schema = new Schema({ _id: { type: String, required: true }, path: [String], end: Object })
    this.places = readModels.add(KNOWN_PLACES, schema.index({ path: 1 }).index({ 'end.on': 1 }, { sparse: true }))
  }

  /**
   * The areas of a place, from the city down, as they were when it was established, and those that it lies in today; null when it is not known here.
   * No id at all is everywhere: no areas.
   */
  async path(id: string | null | undefined): Promise<AreaCode[] | null> {
    if (!id) return []
    const place = await this.places().findOne({ _id: id }).lean<KnownPlace>()
    if (!place) return null
    const ended = new Map((await this.ended()).map((one) => [one.code, one]))
    return [...new Set([...place.path, ...pathOn(place.path, ended, this.calendar.today())])]
  }

  /** Grants, and what they reach since areas were merged into theirs or moved there. */
  async widened(grants: readonly Grant[]): Promise<Grant[]> {
    const areas = grants.some(({ within }) => within.kind === 'AREA')
    return areas ? widenedBySuccession(grants, await this.ended()) : [...grants]
  }

  /** How many units lie within a reach, dissolved ones too. */
  async unitsWithin({ everywhere, areas, units }: Reach): Promise<number> {
    const within = everywhere ? {} : { $or: [{ path: { $in: areas } }, { _id: { $in: units } }] }
    return this.places().countDocuments({ _id: IS_UNIT, ...within })
  }

  /** The areas that are over: some dozen after years. */
  private async ended(): Promise<EndedPlace[]> {
    const places = await this.places()
      .find({ 'end.on': { $exists: true } })
      .lean<KnownPlace[]>()
    return places.flatMap(({ _id: code, path, end }) => (end ? [{ code, path, ...end }] : []))
  }
}
