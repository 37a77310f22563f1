import { ResolveField, Resolver } from '@nestjs/graphql'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Calendar, loadOne, type GraphContext } from '@sizhang/service-kit'
import { pathOn, type Ended } from '@sizhang/service-kit/rules'
import { loadArea, loadAreas } from '../areas/areas.api'
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
  async parent(area: Area, { on }: OnDay, context: GraphContext) {
    const above = (await this.pathOn(area, on, context)).at(-2)
    return above === undefined ? null : loadArea(this.areas, context, above)
  }

  @ResolveField()
  async path(area: Area, { on }: OnDay, context: GraphContext) {
    return loadAreas(this.areas, context, await this.pathOn(area, on, context))
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

  private async pathOn(area: Area, on: LocalDate | null | undefined, context: GraphContext): Promise<AreaCode[]> {
    return pathOn(area.path, await loadEnded(this.areas, context), this.day(on))
  }

  private day(on: LocalDate | null | undefined): LocalDate {
    return on ?? this.calendar.today()
  }
}

/** The areas that are over, asked for once in a request: some dozen after years. */
async function loadEnded(areas: AreasStore, context: GraphContext): Promise<Ended> {
  const ended = await loadOne<Ended>(context, 'areas-ended', '', async (all) => {
    const known = await areas.ended(context.caller)
    return all.map(() => known)
  })
  return ended ?? new Map()
}
