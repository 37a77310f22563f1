import { ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, listsInOrder, loadOne, type GraphContext } from '@sizhang/service-kit'
import type { Area } from '../areas/areas.domain'
import { UnitsStore } from './units.store'

/** What units add to an area. */
@Resolver('Area')
export class UnitsInAreaApi {
  constructor(
    private readonly store: UnitsStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  units(area: Area, { on }: { on?: string | null }, context: GraphContext) {
    const day = on ?? this.calendar.today()
    return loadOne(context, `units-in-area-${day}`, area.code, async (codes) => {
      const units = await this.store.inAreas(context.caller, codes, day)
      return listsInOrder(codes, units, ({ areaCode }) => (areaCode ? [areaCode] : []))
    })
  }
}
