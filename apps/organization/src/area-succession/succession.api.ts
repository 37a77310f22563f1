import { ResolveField, Resolver } from '@nestjs/graphql'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Calendar, goOn, loadOne, type GraphContext } from '@sizhang/service-kit'
import { pathOn } from '@sizhang/service-kit/rules'
import { loadArea, loadAreas, loadEnded } from '../areas/areas.api'
import type { Area } from '../areas/areas.domain'
import { AreasStore } from '../areas/areas.store'
import { designationOn, designationsOf } from './succession.domain'

interface OnDay {
  on?: LocalDate | null
}

/** What an area was called, where it lay and what became of it, by the day. */
@Resolver('Area')
export class SuccessionApi {
  constructor(
    private readonly areas: AreasStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  name(area: Area, { on }: OnDay) {
    return designationOn(area, this.day(on)).name
  }

  @ResolveField()
  kind(area: Area, { on }: OnDay) {
    return designationOn(area, this.day(on)).kind
  }

  @ResolveField()
  placeholder(area: Area, { on }: OnDay) {
    return designationOn(area, this.day(on)).placeholder
  }

  @ResolveField()
  listCode(area: Area, { on }: OnDay) {
    return designationOn(area, this.day(on)).code
  }

  @ResolveField()
  until({ end }: Area) {
    return end?.on ?? null
  }

  @ResolveField()
  ended({ end }: Area) {
    return end?.how ?? null
  }

  @ResolveField()
  designations(area: Area) {
    return designationsOf(area)
  }

  @ResolveField()
  parent(area: Area, { on }: OnDay, context: GraphContext) {
    return goOn(this.pathOn(area, on, context), (path) => {
      const above = path.at(-2)
      return above === undefined ? null : loadArea(this.areas, context, above)
    })
  }

  @ResolveField()
  path(area: Area, { on }: OnDay, context: GraphContext) {
    return goOn(this.pathOn(area, on, context), (path) => loadAreas(this.areas, context, path))
  }

  @ResolveField()
  async children(area: Area, { on }: OnDay, context: GraphContext) {
    const day = this.day(on)
    const ended = await loadEnded(this.areas, context)
    return loadOne(context, `areas-below-${day}`, area.code, async (codes) => {
      const below = await this.areas.children(context.caller, codes, ended, day)
      return codes.map((code) => below.get(code) ?? [])
    })
  }

  @ResolveField()
  async predecessors(area: Area, _: unknown, context: GraphContext) {
    const merged = await loadOne(context, 'areas-before', area.code, async (codes) => {
      const before = await this.areas.endedInto(context.caller, codes)
      return codes.map((code) => before.filter(({ end }) => end?.successors.includes(code)))
    })
    return area.splitFrom ? [...(merged ?? []), ...(await loadAreas(this.areas, context, [area.splitFrom]))] : merged
  }

  @ResolveField()
  async successors(area: Area, _: unknown, context: GraphContext) {
    const parts = await loadOne(context, 'areas-split-off', area.code, async (codes) => {
      const split = await this.areas.splitFrom(context.caller, codes)
      return codes.map((code) => split.filter(({ splitFrom }) => splitFrom === code))
    })
    const named = await loadAreas(this.areas, context, area.end?.successors ?? [])
    return [...named, ...(parts ?? []).filter(({ code }) => !area.end?.successors.includes(code))]
  }

  private pathOn(area: Area, on: LocalDate | null | undefined, context: GraphContext): AreaCode[] | Promise<AreaCode[]> {
    return goOn(loadEnded(this.areas, context), (ended) => pathOn(area.path, ended, this.day(on)))
  }

  private day(on: LocalDate | null | undefined): LocalDate {
    return on ?? this.calendar.today()
  }
}
