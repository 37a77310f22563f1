import type { AreaCode, Level } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import { inOrder, type Caller } from '@sizhang/service-kit'
import { staysOf, stampsEver, type Ended } from '@sizhang/service-kit/rules'
import { AreasStore } from '../network/areas.store'
import { TermsStore } from '../network/terms.store'
import { UnitsStore, type KnownUnit } from '../network/units.store'
import { HoldingsStore } from '../posts/holdings.store'
import type { Association, Covering, Place } from './coverage.domain'
import { coveringOf, placesWithin } from './covering.domain'
import type { Standing } from './tree.domain'

/** Areas with all that ever covered them: enough to compute coverage on any day. */
export interface Network {
  places: readonly Place[]
  covering: Covering
}

/** Brings areas, units, terms and chairs together. Nothing here depends on a day, so one load answers a whole trend. */
@Injectable()
export class CoverageStore {
  constructor(
    private readonly areas: AreasStore,
    private readonly units: UnitsStore,
    private readonly terms: TermsStore,
    private readonly holdings: HoldingsStore,
  ) {}

  /** For each area to look within, its areas of a level with what covers them; null for one that is not in the list, `''` for all areas. */
  async within(caller: Caller, level: Level, within: readonly AreaCode[]): Promise<(Network | null)[]> {
    const ended = await this.areas.ended(caller)
    const stamps = within.includes('') ? null : [...new Set(within.flatMap((code) => stampsEver(code, ended)))]
    const [roots, areas] = await Promise.all([
      this.areas.byCode(caller, within),
      this.areas.ofLevel(caller, level, stamps, within.length > 1 || ended.size > 0),
    ])
    const covering = await this.coveringOf(caller, areas, ended)
    const listed = new Set(roots.map(({ code }) => code))
    const parts = within.filter((code) => code !== '')
    // Asked of one area or of all, what was found is the answer; where areas have ended it lay elsewhere before, or will.
    const placesOf = within.length > 1 || (parts.length > 0 && ended.size > 0) ? placesWithin(areas, parts, ended) : null
    return within.map((code) => {
      if (code !== '' && !listed.has(code)) return null
      return { places: code === '' || !placesOf ? areas : (placesOf.get(code) ?? []), covering }
    })
  }

  /** For each area itself, with what covers it; null for one that is not in the list. */
  async themselves(caller: Caller, codes: readonly AreaCode[]): Promise<(Network | null)[]> {
    const [areas, ended] = await Promise.all([this.areas.byCode(caller, codes), this.areas.ended(caller)])
    const covering = await this.coveringOf(caller, areas, ended)
    return inOrder(codes, areas, ({ code }) => code).map((area) => area && { places: [area], covering })
  }

  /** Units with what makes them function; null for one that is not known. */
  async associations(caller: Caller, unitIds: readonly string[]): Promise<(Association | null)[]> {
    const associations = await this.withPosts(caller, await this.units.byId(caller, unitIds))
    return inOrder(unitIds, associations, ({ id }) => id)
  }

  /** Where the units stand that cover some areas. */
  standing(caller: Caller, unitIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    return this.units.standing(caller, [...new Set(unitIds)])
  }

  private async coveringOf(caller: Caller, areas: readonly Place[], ended: Ended): Promise<Covering> {
    const codes = new Set(areas.map(({ code }) => code))
    const before = [...ended.keys()].filter((code) => staysOf([code], ended).some(({ path }) => codes.has(path.at(-1) ?? '')))
    const units = await this.units.covering(caller, [...codes, ...before.filter((code) => !codes.has(code))])
    return coveringOf(await this.withPosts(caller, units), ended)
  }

  private async withPosts(caller: Caller, units: readonly KnownUnit[]): Promise<Association[]> {
    const ids = units.map(({ _id }) => _id)
    const [terms, chairs] = await Promise.all([this.terms.ofUnits(caller, ids), this.holdings.chairsOf(caller, ids)])
    const associations = new Map(
      units.map(({ _id: id, ...unit }) => [id, { id, ...unit, chairs: [] as typeof chairs, terms: [] as typeof terms }]),
    )
    for (const term of terms) associations.get(term.unitId)?.terms.push(term)
    for (const chair of chairs) associations.get(chair.unitId)?.chairs.push(chair)
    return [...associations.values()]
  }
}
