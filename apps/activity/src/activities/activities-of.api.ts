import { ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { listsInOrder, loadOne, type GraphContext } from '@sizhang/service-kit'
import { ActivitiesStore } from './activities.store'

const MOST_OF_A_UNIT = 50
const MOST_LED = 200
/** Asked for several units at once, so many in all. */
const MOST_AT_ONCE = 5_000

/** What activities add to a unit. */
@Resolver('Unit')
export class ActivitiesOfUnitApi {
  constructor(private readonly store: ActivitiesStore) {}

  @ResolveField()
  activities(unit: { id: string }, _: unknown, context: GraphContext) {
    return loadOne(context, 'activities-of-unit', unit.id, async (ids) => {
      const found = await this.store.hostedBy(context.caller, ids, MOST_AT_ONCE)
      return listsInOrder(ids, found, ({ hosts }) => hosts.map(({ unitId }) => unitId)).map((list) => list.slice(0, MOST_OF_A_UNIT))
    })
  }

  @ResolveReference()
  unitsById(representations: { id: string }[]) {
    return representations
  }
}

/** What activities add to an appointment. */
@Resolver('Appointment')
export class ActivitiesLedApi {
  constructor(private readonly store: ActivitiesStore) {}

  @ResolveField()
  activitiesLed(appointment: { id: string }, _: unknown, context: GraphContext) {
    return loadOne(context, 'activities-led', appointment.id, async (ids) => {
      const found = await this.store.ledBy(context.caller, ids, MOST_AT_ONCE)
      return listsInOrder(ids, found, ({ ledBy }) => (ledBy ? [ledBy.appointmentId] : [])).map((list) => list.slice(0, MOST_LED))
    })
  }

  @ResolveReference()
  appointmentsById(representations: { id: string }[]) {
    return representations
  }
}
