import type { AreaCode, Level, LocalDate } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import type { Caller } from '@sizhang/service-kit'
import { AreasStore } from '../network/areas.store'
import { TermsStore } from '../network/terms.store'
import { UnitsStore } from '../network/units.store'
import { HoldingsStore } from '../posts/holdings.store'
import { HomeJobsStore } from '../posts/home-jobs.store'
import { isStillHead } from '../posts/posts.domain'
import { bodyEntries, type BodyEntry, type BodyInTerm, type PostOfHead } from './entry.domain'

/** Which bodies are asked for, and the day. */
export interface EntryAsked {
  level: Level
  within: AreaCode | null
  on: LocalDate
}

/** Bodies with the heads in them, and the posts behind. */
export interface Entry {
  entries: BodyEntry[]
  posts: PostOfHead[]
}

/** Brings terms, holdings and home jobs together. */
@Injectable()
export class EntryStore {
  constructor(
    private readonly areas: AreasStore,
    private readonly units: UnitsStore,
    private readonly terms: TermsStore,
    private readonly holdings: HoldingsStore,
    private readonly homeJobs: HomeJobsStore,
  ) {}

  /** The heads in the bodies of a level within an area on a day; the bodies by their unit's area. */
  async on(caller: Caller, asked: EntryAsked): Promise<Entry> {
    const bodies = await this.bodies(caller, asked)
    const posts = await this.posts(caller, bodies, asked.on)
    return { entries: bodyEntries(bodies, posts), posts }
  }

  private async bodies(caller: Caller, { level, within, on }: EntryAsked): Promise<BodyInTerm[]> {
    const terms = await this.terms.begun(caller, level, await this.areas.stampsWithin(caller, within, on), on)
    const dissolved = await this.units.dissolved(caller, [...new Set(terms.map(({ unitId }) => unitId))], on)
    const bodies = new Map(terms.map(({ bodyId, unitId, path }) => [bodyId, { bodyId, unitId, path }]))
    return [...bodies.values()]
      .filter(({ unitId }) => !dissolved.has(unitId))
      .sort((a, b) => (placeOf(a).join(' ') < placeOf(b).join(' ') ? -1 : 1))
  }

  private async posts(caller: Caller, bodies: readonly BodyInTerm[], on: LocalDate): Promise<PostOfHead[]> {
    const holdings = await this.holdings.ofHeads(
      caller,
      bodies.map(({ bodyId }) => bodyId),
      on,
    )
    const homeJobs = await this.homeJobs.ofPersons(caller, [...new Set(holdings.map(({ personId }) => personId))])
    return holdings.filter(({ head, personId }) => isStillHead(head, homeJobs.get(personId) ?? [], on))
  }
}

/** Where a body stands in the list: by its unit's area, then by id. */
export function placeOf({ path, bodyId }: BodyInTerm): [string, string] {
  return [path.join('/'), bodyId]
}
