import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, Pages, type Caller, type GraphContext, type Language } from '@sizhang/service-kit'
import { stampsOn } from '@sizhang/service-kit/rules'
import { known } from '../figures/figures'
import { Freshness } from '../figures/freshness'
import type { QueryWorkArgs, WorkRecordsArgs } from '../graph.generated'
import { AreasStore } from '../network/areas.store'
import { byDepartment, byMonth, lastDay, sumOf, workTime, type WorkShare, type WorkSum } from './work.domain'
import { WorkStore, type WorkAsked } from './work.store'
import { summedText, workTexts as texts } from './work.texts'

interface Answer {
  asked: WorkAsked
  shares: readonly WorkShare[]
}

/** The graph's questions about work: activities and their figures. */
@Resolver('Work')
export class WorkApi {
  constructor(
    private readonly store: WorkStore,
    private readonly areas: AreasStore,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
    private readonly freshness: Freshness,
    private readonly pages: Pages,
  ) {}

  @Query()
  async work(@Args() { within = null, department = null, from, until }: QueryWorkArgs, @Context('caller') caller: Caller) {
    const time = workTime({ from, until }, this.calendar.today())
    const stamps = await this.areas.stampsWithin(caller, within, lastDay(time, this.calendar.today()))
    const asked: WorkAsked = { within, stamps: stamps && stamps.one, department, ...time }
    const shares = await this.store.shares(caller, asked)
    const { activities, personTimes, ledByHeads } = sumOf(shares)
    const { language } = caller
    return {
      asked,
      shares,
      activities: known(activities, texts.activities, language),
      personTimes: known(personTimes, texts.personTimes, language),
      ledByHeads: known(ledByHeads, texts.ledByHeads, language),
    }
  }

  @ResolveField()
  async figures({ asked }: Answer, _: unknown, { caller }: GraphContext) {
    const summed = await this.store.figures(caller, asked)
    return summed.map(({ code, unit, value }) => ({
      code,
      name: this.packs.text('figure', code, caller.language).name,
      sum: known(
        value,
        summedText({ zh: this.packs.text('unit', unit, 'zh').name, en: this.packs.text('unit', unit, 'en').name }),
        caller.language,
      ),
    }))
  }

  @ResolveField()
  byDepartment({ shares }: Answer, _: unknown, { caller }: GraphContext) {
    return byDepartment(shares).map((sum) => this.named(sum, caller.language))
  }

  @ResolveField()
  byMonth({ shares }: Answer, _: unknown, { caller }: GraphContext) {
    return byMonth(shares).map((month) => ({
      ...month,
      byDepartment: byDepartment(month.shares).map((sum) => this.named(sum, caller.language)),
    }))
  }

  @ResolveField()
  async byArea({ asked }: Answer, _: unknown, { caller }: GraphContext) {
    const on = lastDay(asked, this.calendar.today())
    const [areas, ended] = await Promise.all([this.areas.below(caller, asked.within, on), this.areas.ended(caller)])
    const codes = areas.map(({ code }) => code)
    const stamps = areas.flatMap(({ code, path }) => stampsOn(code, path.length, ended, on).one.map((stamp) => ({ stamp, code })))
    const found = new Map((await this.store.byArea(caller, asked, stamps)).map((area) => [area.code, area]))
    return codes.map((code) => ({ activities: 0, personTimes: 0, ...found.get(code), area: { code } }))
  }

  @ResolveField()
  asOf({ asked }: Answer) {
    return this.freshness.asOf(lastDay(asked, this.calendar.today()))
  }

  @ResolveField()
  async records({ asked }: Answer, { first, after }: WorkRecordsArgs, { caller }: GraphContext) {
    const page = await this.pages.page(
      caller,
      'work',
      asked,
      { first, after },
      (behind, limit) => this.store.list(caller, asked, behind, limit),
      ({ on, _id }) => [on, _id],
    )
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: { id: node._id } }))
    return { ...page, edges, nodes: edges.map(({ node }) => node) }
  }

  private named(sum: WorkSum & { department: string }, language: Language) {
    return { ...sum, name: this.packs.text('department', sum.department, language).name }
  }
}
