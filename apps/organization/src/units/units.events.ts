import { Controller } from '@nestjs/common'
import { AppointmentEnded, AppointmentMade, type EventOf } from '@sizhang/contracts'
import { When, type Write } from '@sizhang/messaging'
import { SEATS_HELD } from './seats-held.store'

/** What organization keeps of membership's facts: neither a unit nor a group ends while its seats are held. */
@Controller()
export class UnitsEvents {
  @When(AppointmentMade)
  keepSeatHeldWhenAppointmentMade({ data }: EventOf<typeof AppointmentMade>): Write {
    const { unitId, bodyId, kind, from, until } = data
    return { into: SEATS_HELD, id: data.appointmentId, set: { unitId, bodyId, kind, from, until } }
  }

  @When(AppointmentEnded)
  shortenSeatHeldWhenAppointmentEnded({ data }: EventOf<typeof AppointmentEnded>): Write {
    return { into: SEATS_HELD, id: data.appointmentId, set: { until: data.until } }
  }
}
