import { ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, type GraphContext } from '@sizhang/service-kit'
import { inForce } from '@sizhang/service-kit/rules'
import { AppointmentsStore } from '../appointments/appointments.store'
import { KnownSeatsStore } from '../appointments/known-seats.store'
import type { BodyStructureArgs } from '../graph.generated'
import { PersonsStore } from '../persons/persons.store'
import { rulesOf, standingOf, type Sitting } from './structure.domain'

/** Where the quotas of structure stand, is added to organization's bodies. */
@Resolver('Body')
export class StructureApi {
  constructor(
    private readonly seats: KnownSeatsStore,
    private readonly appointments: AppointmentsStore,
    private readonly persons: PersonsStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  async structure({ id }: { id: string }, { on }: BodyStructureArgs, { caller }: GraphContext) {
    const day = on ?? this.calendar.today()
    const seats = await this.seats.ofBodies([id])
    const [seat] = seats
    if (!seat || !(await this.appointments.seenBy(caller, seat))) return null
    const rules = rulesOf(seat.unitType, day).filter(({ ranks }) => seats.some(({ rank }) => ranks.includes(rank)))
    if (rules.length === 0) return []
    const held = (
      await this.appointments.toSeats(
        caller,
        seats.map(({ seatId }) => seatId),
      )
    ).filter((holding) => inForce(holding, day))
    const persons = await this.persons.findMany(caller, [...new Set(held.map(({ personId }) => personId))])
    const jobs = new Map(persons.map(({ _id, homeJobs }) => [_id, homeJobs.find((job) => inForce(job, day))]))
    const sitting = held.map(({ personId, rank, kind }): Sitting => ({ personId, rank, kind, homeJob: jobs.get(personId) }))
    return rules.map((rule) => {
      const { state, counted, unknown, of } = standingOf(rule, sitting)
      const { code, basis, least, measure } = rule
      return { code, rule: rule[caller.language], basis, state, counted, least, isShare: measure === 'SHARE_BELOW_COUNTY', unknown, of }
    })
  }
}
