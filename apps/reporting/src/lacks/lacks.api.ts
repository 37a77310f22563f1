import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, Pages, type Caller, type GraphContext } from '@sizhang/service-kit'
import { known, share } from '../figures/figures'
import { Freshness } from '../figures/freshness'
import type { LacksRecordsArgs, QueryLacksArgs } from '../graph.generated'
import { countLack, LACKS, stateOf, type UnitLacks } from './lacks.domain'
import { LacksStore, placeOf, type LacksAsked } from './lacks.store'
import { lackNames, lackTexts as texts } from './lacks.texts'

type Answer = LacksAsked & { found: readonly UnitLacks[] }

/** The graph's questions about the four lacks. */
@Resolver('Lacks')
export class LacksApi {
  constructor(
    private readonly store: LacksStore,
    private readonly calendar: Calendar,
    private readonly freshness: Freshness,
    private readonly pages: Pages,
  ) {}

  @Query()
  async lacks(@Args() { level, within = null, on }: QueryLacksArgs, @Context('caller') caller: Caller): Promise<Answer> {
    const asked: LacksAsked = { level, within, on: on ?? this.calendar.today() }
    return { ...asked, found: await this.store.on(caller, asked) }
  }

  @ResolveField()
  units({ found }: Answer, _: unknown, { caller: { language } }: GraphContext) {
    return known(found.length, texts.units, language)
  }

  @ResolveField('lacks')
  byLack({ found }: Answer, _: unknown, { caller: { language } }: GraphContext) {
    return LACKS.map((lack) => {
      const { LACKING, NOT_LACKING, UNKNOWN } = countLack(found, lack)
      return {
        lack,
        name: lackNames[lack][language],
        lacking: known(LACKING, texts.LACKING, language),
        notLacking: known(NOT_LACKING, texts.NOT_LACKING, language),
        unknown: known(UNKNOWN, texts.UNKNOWN, language),
        rate: share(LACKING, LACKING + NOT_LACKING, texts.rate, language),
      }
    })
  }

  @ResolveField()
  asOf({ on }: Answer) {
    return this.freshness.asOf(on)
  }

  @ResolveField()
  async records({ found, level, within, on }: Answer, { lack, state, first, after }: LacksRecordsArgs, { caller }: GraphContext) {
    const looked = lack ? [lack] : LACKS
    const rows = state ? found.filter((unit) => looked.some((one) => stateOf(unit, one) === state)) : found
    const page = await this.pages.page(
      caller,
      'lacks',
      { level, within, on, lack, state },
      { first, after },
      async (behind, limit) => rows.filter((row) => behind === null || placeOf(row).join(' ') > behind.join(' ')).slice(0, limit),
      placeOf,
    )
    const edges = page.edges.map(({ cursor, node: { unitId, lacks } }) => ({ cursor, node: { unit: { id: unitId }, lacks } }))
    return { ...page, edges, nodes: edges.map(({ node }) => node), totalCount: rows.length }
  }
}
