import { Controller } from '@nestjs/common'
import {
  AppointmentEnded,
  AppointmentMade,
  HomeJobLeft,
  HomeJobTaken,
  PersonCorrected,
  PersonRegistered,
  type EventOf,
} from '@sizhang/contracts'
import { ignored, When, type Outcome } from '@sizhang/messaging'

/** What membership's facts change in reporting. */
@Controller()
export class PostsEvents {
  @When(AppointmentMade)
  keepHoldingWhenAppointmentMade({ data }: EventOf<typeof AppointmentMade>): Outcome {
    const { appointmentId, seatId, bodyId, unitId, rank, personId, head, kind, from, until } = data
    return { into: 'holdings', id: appointmentId, set: { seatId, bodyId, unitId, rank, personId, head, kind, from, until } }
  }

  @When(AppointmentEnded)
  shortenHoldingWhenAppointmentEnded({ data }: EventOf<typeof AppointmentEnded>): Outcome {
    return { into: 'holdings', id: data.appointmentId, set: { until: data.until } }
  }

  @When(PersonRegistered)
  ignorePersonWhenPersonRegistered(): Outcome {
    return ignored('a person counts by the posts held')
  }

  @When(PersonCorrected)
  ignorePersonWhenPersonCorrected(): Outcome {
    return ignored('names and numbers stay with membership')
  }

  @When(HomeJobTaken)
  keepHomeJobWhenHomeJobTaken({ data }: EventOf<typeof HomeJobTaken>): Outcome {
    return { into: 'home_jobs', id: data.personId, set: { [`taken.${data.from}`]: data.head } }
  }

  @When(HomeJobLeft)
  endHomeJobWhenHomeJobLeft({ data }: EventOf<typeof HomeJobLeft>): Outcome {
    return { into: 'home_jobs', id: data.personId, set: { [`left.${data.on}`]: true } }
  }
}
