import { Controller } from '@nestjs/common'
import {
  AppointmentEnded,
  AppointmentMade,
  ErasureAsked,
  ErasureDeclined,
  HomeJobLeft,
  HomeJobTaken,
  PersonCorrected,
  PersonErased,
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

  @When(ErasureAsked)
  ignoreRequestWhenErasureAsked(): Outcome {
    return ignored('what a person asks is for an officer of membership')
  }

  @When(ErasureDeclined)
  ignoreRequestWhenErasureDeclined(): Outcome {
    return ignored('what a person asks is for an officer of membership')
  }

  @When(PersonErased)
  ignorePersonWhenPersonErased(): Outcome {
    return ignored('nothing that tells who somebody is was ever here, and figures stay as they are')
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
