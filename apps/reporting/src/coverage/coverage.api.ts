import { setImmediate as othersAnswered } from 'node:timers/promises'
import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { AreaCode, Level, LocalDate } from '@sizhang/contracts'
import { Calendar, loadOne, Pages, Rejected, sightOf, type Caller, type GraphContext, type Loaded } from '@sizhang/service-kit'
import { known, share } from '../figures/figures'
import { Freshness } from '../figures/freshness'
import type {
  CoverageAreasArgs,
  CoverageByUnitAboveArgs,
  QueryCoverageArgs,
  QueryCoverageGridArgs,
  QueryCoverageTrendArgs,
} from '../graph.generated'
import { unknownArea } from '../network/areas.store'
import { countCoverage, coverageOn, type AreaCoverage, type CoverageCount } from './coverage.domain'
import { CoverageStore, type Network } from './coverage.store'
import { coverageTexts as texts } from './coverage.texts'
import { coverageByUnitAbove } from './tree.domain'
import { monthEnds } from './trend.domain'

/** What was asked, and the areas behind the figures. */
interface Answer {
  level: Level
  within: AreaCode | null
  on: LocalDate
  places: readonly AreaCoverage[]
}

const LARGEST_GRID = 3_000

/** The graph's questions about coverage. */
@Resolver('Coverage')
export class CoverageApi {
  constructor(
    private readonly store: CoverageStore,
    private readonly calendar: Calendar,
    private readonly freshness: Freshness,
    private readonly pages: Pages,
  ) {}

  @Query()
  async coverage(@Args() { level, within = null, on }: QueryCoverageArgs, @Context() context: GraphContext) {
    const network = await this.network(context, level, within)
    return coverageAnswer({ level, within, network, on: on ?? this.calendar.today() }, context.caller)
  }

  @Query()
  async coverageTrend(@Args() { level, within = null, from, to }: QueryCoverageTrendArgs, @Context() context: GraphContext) {
    const days = monthEnds(from, to)
    const { places, covering } = await this.network(context, level, within)
    const points: ({ on: LocalDate } & CoverageCount)[] = []
    for (const on of days) {
      // Each day looks at all places.
      await othersAnswered()
      points.push({ on, ...countCoverage(coverageOn(places, covering, on)) })
    }
    return points
  }

  @Query()
  async coverageGrid(@Args() { level, within = null, on }: QueryCoverageGridArgs, @Context() context: GraphContext) {
    const { places, covering } = await this.network(context, level, within)
    const areas = coverageOn(places, covering, on ?? this.calendar.today())
    if (areas.length > LARGEST_GRID)
      throw new Rejected('GRID_TOO_LARGE', { field: 'within', value: within, count: areas.length, max: LARGEST_GRID })
    return areas.map(this.answersFor(context.caller))
  }

  @ResolveField()
  asOf({ on }: Answer) {
    return this.freshness.asOf(on)
  }

  @ResolveField()
  async areas({ places, level, within, on }: Answer, { state, first, after }: CoverageAreasArgs, { caller }: GraphContext) {
    const rows = state ? places.filter((area) => area.state === state) : places
    const page = await this.pages.page(
      caller,
      'coverage',
      { level, within, on, state },
      { first, after },
      async (behind, limit) => rows.filter(({ code }) => !behind || code > String(behind[0])).slice(0, limit),
      ({ code }) => [code],
    )
    const answer = this.answersFor(caller)
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: answer(node) }))
    return { ...page, edges, nodes: edges.map(({ node }) => node), totalCount: rows.length }
  }

  @ResolveField()
  async byUnitAbove({ places, on }: Answer, { treeOn }: CoverageByUnitAboveArgs, { caller }: GraphContext) {
    const ids = places.flatMap(({ unit }) => (unit ? [unit.unitId] : []))
    const rows = coverageByUnitAbove(places, await this.store.standing(caller, ids), { on, treeOn: treeOn ?? on })
    const above = await this.store.standing(
      caller,
      rows.flatMap(({ unitAbove }) => unitAbove ?? []),
    )
    const sees = sightOf(caller, 'units.read', this.calendar.today())
    return rows.map(({ unitAbove, ...counted }) => {
      const path = above.get(unitAbove ?? '')?.path
      return { ...counted, unit: unitAbove && path && sees({ unitId: unitAbove, path }) ? { id: unitAbove } : null }
    })
  }

  /** The unit that covers an area may be seated elsewhere: who may not see it is told that the area is covered, and not by whom. */
  private answersFor(caller: Caller): (area: AreaCoverage) => object {
    const sees = sightOf(caller, 'units.read', this.calendar.today())
    return ({ code, unit, ...area }) => ({ ...area, area: { code }, unit: unit && sees(unit) ? { id: unit.unitId } : null })
  }

  private async network(context: GraphContext, level: Level, within: AreaCode | null): Promise<Network> {
    const network = await loadNetwork(this.store, context, level, within)
    if (!network) throw unknownArea(within ?? '')
    return network
  }
}

/** The areas of a level within an area with what covers them, batched with the others that the request asks for; null: no such area. */
export function loadNetwork(store: CoverageStore, context: GraphContext, level: Level, within: AreaCode | null): Loaded<Network> {
  return loadOne(context, `coverage-${level}`, within ?? '', (codes) => store.within(context.caller, level, codes))
}

/** The figures of coverage on a day, in the reader's words. */
export function coverageAnswer(asked: Omit<Answer, 'places'> & { network: Network }, { language }: Caller) {
  const { network, ...answer } = asked
  const places = coverageOn(network.places, network.covering, answer.on)
  const { total, covered, functioning, blank, zones } = countCoverage(places)
  return {
    ...answer,
    places,
    total: known(total, texts.total, language),
    covered: known(covered, texts.covered, language),
    functioning: known(functioning, texts.functioning, language),
    blank: known(blank, texts.blank, language),
    zones: known(zones, texts.zones, language),
    rate: share(covered, total, texts.rate, language),
  }
}
