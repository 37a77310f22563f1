import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Calendar, Pages, type Caller, type SortKey, type Stored } from '@sizhang/service-kit'
import { addDays, addMonths, daysBetween, inForce, Rejected } from '@sizhang/service-kit/rules'
import { isStanding } from '../bodies/body-kinds.domain'
import type { Body, Term } from '../bodies/bodies.domain'
import { BodiesStore } from '../bodies/bodies.store'
import type { MutationPostponeCongressArgs, QueryTermsDueArgs, QueryTermWarningsArgs } from '../graph.generated'
import { UnitsStore } from '../units/units.store'
import { dueOn, postponeCongress, termState, type TermState } from './terms.domain'

/** A term with its body, and where it stands. */
interface TermWarning {
  body: Stored<Body>
  term: Term & { body: Stored<Body> }
  state: TermState
  daysLeft: number
}

/** 换届时钟: terms that end soon or are overdue, in units that are in force, and congresses that are put off. */
@Resolver()
export class TermsApi {
  constructor(
    private readonly bodies: BodiesStore,
    private readonly units: UnitsStore,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async termWarnings(@Args() { withinDays, within, on, first }: QueryTermWarningsArgs, @Context('caller') caller: Caller) {
    const limit = first ?? 50
    if (limit < 1 || limit > 200) throw new Rejected('FIRST_OUT_OF_RANGE', { field: 'first', value: limit })
    const day = on ?? this.calendar.today()
    const days = withinDays ?? 180
    const due = await this.due(caller, within, day, addDays(day, days))
    return due.filter(({ daysLeft }) => daysLeft <= days).slice(0, limit)
  }

  @Query()
  termsDue(@Args() { first, after, ...filter }: QueryTermsDueArgs, @Context('caller') caller: Caller) {
    const day = filter.on ?? this.calendar.today()
    return this.pages.page(
      caller,
      'termsDue',
      filter,
      { first, after },
      async (behind, limit) => {
        const due = await this.due(caller, filter.within, day, addMonths(day, 6))
        return due
          .filter(
            (warning) => (!filter.state || warning.state === filter.state) && (behind === null || compare(behind, keyOf(warning)) < 0),
          )
          .slice(0, limit)
      },
      keyOf,
    )
  }

  @Mutation()
  async postponeCongress(@Args() { commandId, expectedVersion, input }: MutationPostponeCongressArgs, @Context('caller') caller: Caller) {
    const { id, version, mark, state } = await this.bodies.change(
      input.bodyId,
      caller,
      { commandId, name: 'postponeCongress', input, expectedVersion },
      (body) => postponeCongress(body, input),
    )
    return { body: { ...state, _id: id, version }, version, mark }
  }

  /** The last terms that began by a day and are to be renewed by another one, soonest first: a city has some thousand bodies. */
  private async due(caller: Caller, within: AreaCode | null | undefined, day: LocalDate, by: LocalDate): Promise<TermWarning[]> {
    const bodies = await this.bodies.withoutTermBeyond(caller, within, by)
    const units = await this.units.findMany(caller, [...new Set(bodies.map((body) => body.unitId))])
    const alive = new Set(units.filter((unit) => inForce(unit, day)).map((unit) => unit._id))
    return bodies
      .filter((body) => alive.has(body.unitId) && !isStanding(body.kind))
      .flatMap((body) => {
        const term = body.terms.filter((known) => known.from <= day).at(-1)
        // One that is over stays on the list however far the congress was put off: it still has to be held.
        if (!term || (dueOn(term) > by && term.until > day)) return []
        return [{ body, term: { ...term, body }, state: termState(term, day), daysLeft: daysBetween(day, dueOn(term)) }]
      })
      .sort((a, b) => compare(keyOf(a), keyOf(b)))
  }
}

function keyOf({ body, daysLeft }: TermWarning): SortKey {
  return [daysLeft, body._id]
}

function compare(a: SortKey, b: SortKey): number {
  const place = a.findIndex((part, index) => part !== b[index])
  return place < 0 ? 0 : (a[place] ?? 0) < (b[place] ?? 0) ? -1 : 1
}
