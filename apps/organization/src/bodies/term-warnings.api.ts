import { Args, Context, Query, Resolver } from '@nestjs/graphql'
import { addDays, daysBetween, inForce, Rejected } from '@sizhang/service-kit/rules'
import { Calendar, type Caller } from '@sizhang/service-kit'
import type { QueryTermWarningsArgs } from '../graph.generated'
import { UnitsStore } from '../units/units.store'
import { BodiesStore } from './bodies.store'

/** 届期预警: terms that end soon or are overdue, in units that are in force. */
@Resolver()
export class TermWarningsApi {
  constructor(
    private readonly bodies: BodiesStore,
    private readonly units: UnitsStore,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async termWarnings(@Args() { withinDays, within, on, first }: QueryTermWarningsArgs, @Context('caller') caller: Caller) {
    const limit = first ?? 50
    if (limit < 1 || limit > 200) throw new Rejected('FIRST_OUT_OF_RANGE', { field: 'first', value: limit })
    const day = on ?? this.calendar.today()
    const bodies = await this.bodies.withoutTermBeyond(caller, within, addDays(day, withinDays ?? 180))
    const units = await this.units.findMany(caller, [...new Set(bodies.map((body) => body.unitId))])
    const alive = new Set(units.filter((unit) => inForce(unit, day)).map((unit) => unit._id))
    return bodies
      .filter((body) => alive.has(body.unitId))
      .flatMap((body) => {
        const term = body.terms.filter((known) => known.from <= day).at(-1)
        return term ? [{ body, term: { ...term, body }, daysLeft: daysBetween(day, term.until) }] : []
      })
      .sort((a, b) => a.daysLeft - b.daysLeft)
      .slice(0, limit)
  }
}
