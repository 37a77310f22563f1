import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Packs } from '@sizhang/packs'
import { Calendar, Pages, type Caller, type GraphContext, type Language } from '@sizhang/service-kit'
import { known, share } from '../figures/figures'
import { Freshness } from '../figures/freshness'
import type { QuerySectorCoverageArgs, SectorCoverageRecordsArgs } from '../graph.generated'
import { AreasStore } from '../network/areas.store'
import { UnitsStore } from '../network/units.store'
import { EmployersStore, placeOf } from './employers.store'
import { countEmployers, employersOn, sectorsOf, type EmployerCoverage } from './sectors.domain'
import { sectorTexts as texts } from './sectors.texts'

interface Answer {
  within: AreaCode | null
  on: LocalDate
  employers: readonly EmployerCoverage[]
}

/** The graph's questions about coverage by sector. */
@Resolver('SectorCoverage')
export class SectorsApi {
  constructor(
    private readonly store: EmployersStore,
    private readonly areas: AreasStore,
    private readonly units: UnitsStore,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
    private readonly freshness: Freshness,
    private readonly pages: Pages,
  ) {}

  @Query()
  async sectorCoverage(@Args() { within = null, on: asked }: QuerySectorCoverageArgs, @Context('caller') caller: Caller) {
    const on = asked ?? this.calendar.today()
    const employers = employersOn(await this.store.inArea(caller, await this.areas.stampsWithin(caller, within, on)), on)
    return { within, on, employers, whole: counted(employers, caller.language) }
  }

  @ResolveField()
  sectors({ employers }: Answer, _: unknown, { caller: { language } }: GraphContext) {
    return sectorsOf(this.packs.employerKinds(), employers).map(({ department, kinds }) => ({
      department,
      name: department && this.packs.text('department', department, language).name,
      employers: counted(
        employers.filter(({ kind }) => kinds.includes(kind)),
        language,
      ),
      kinds: kinds.map((code) => ({
        kind: code,
        name: this.packs.text('employerKind', code, language).name,
        employers: counted(
          employers.filter(({ kind }) => kind === code),
          language,
        ),
      })),
    }))
  }

  @ResolveField()
  asOf({ on }: Answer) {
    return this.freshness.asOf(on)
  }

  @ResolveField()
  async records({ within, on, employers }: Answer, asked: SectorCoverageRecordsArgs, { caller }: GraphContext) {
    const { first, after, ...filter } = asked
    const rows = employers.filter((employer) => this.fits(employer, filter))
    const page = await this.pages.page(
      caller,
      'sectorCoverage',
      { within, on, ...filter },
      { first, after },
      async (behind, limit) => rows.filter((row) => behind === null || placeOf(row).join(' ') > behind.join(' ')).slice(0, limit),
      placeOf,
    )
    const covering = page.nodes.flatMap(({ unitId }) => (unitId ? [unitId] : []))
    const seen = new Set((await this.units.byId(caller, covering)).map(({ _id }) => _id))
    const edges = page.edges.map(({ cursor, node: { id, state, since, unitId } }) => ({
      cursor,
      node: { employer: { id }, state, since, unit: unitId && seen.has(unitId) ? { id: unitId } : null },
    }))
    return { ...page, edges, nodes: edges.map(({ node }) => node), totalCount: rows.length }
  }

  private fits({ kind, state }: EmployerCoverage, asked: Pick<SectorCoverageRecordsArgs, 'department' | 'kind' | 'states'>): boolean {
    if (asked.department && this.packs.employerKind(kind)?.department !== asked.department) return false
    return (!asked.kind || kind === asked.kind) && (!asked.states || asked.states.includes(state))
  }
}

function counted(employers: readonly EmployerCoverage[], language: Language) {
  const { known: registered, covered, byState } = countEmployers(employers)
  return {
    known: known(registered, texts.known, language),
    covered: known(covered, texts.covered, language),
    own: known(byState.OWN, texts.OWN, language),
    jointByArea: known(byState.JOINT_BY_AREA, texts.JOINT_BY_AREA, language),
    byIndustry: known(byState.BY_INDUSTRY, texts.BY_INDUSTRY, language),
    hosted: known(byState.HOSTED, texts.HOSTED, language),
    uncovered: known(byState.UNCOVERED, texts.UNCOVERED, language),
    rate: share(covered, registered, texts.rate, language),
  }
}
