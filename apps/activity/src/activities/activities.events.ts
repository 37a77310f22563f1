import { Controller } from '@nestjs/common'
import {
  AppointmentEnded,
  AppointmentMade,
  AreaEstablished,
  UnitDissolved,
  UnitEstablished,
  UnitMerged,
  UnitRevived,
  type EventOf,
} from '@sizhang/contracts'
import { When, type Write } from '@sizhang/messaging'
import { KNOWN } from './known.store'

/** What activity keeps of others' facts: areas, units, and posts that may lead an activity. */
@Controller()
export class ActivitiesEvents {
  @When(AreaEstablished)
  keepAreaWhenAreaEstablished({ data }: EventOf<typeof AreaEstablished>): Write {
    return { into: KNOWN.areas, id: data.code }
  }

  @When(UnitEstablished)
  keepUnitWhenUnitEstablished({ data }: EventOf<typeof UnitEstablished>): Write {
    return { into: KNOWN.units, id: data.unitId, set: { path: data.path, from: data.from } }
  }

  @When(UnitDissolved)
  endUnitWhenUnitDissolved({ data }: EventOf<typeof UnitDissolved>): Write {
    return { into: KNOWN.units, id: data.unitId, set: { until: data.on } }
  }

  @When(UnitRevived)
  goOnWithUnitWhenUnitRevived({ data }: EventOf<typeof UnitRevived>): Write {
    return { into: KNOWN.units, id: data.unitId, unset: ['until'] }
  }

  @When(UnitMerged)
  endUnitWhenUnitMerged({ data }: EventOf<typeof UnitMerged>): Write {
    return { into: KNOWN.units, id: data.unitId, set: { until: data.on } }
  }

  @When(AppointmentMade)
  keepPostWhenAppointmentMade({ data }: EventOf<typeof AppointmentMade>): Write {
    const { seatId, personId, unitId, head, from, until } = data
    return { into: KNOWN.posts, id: data.appointmentId, set: { seatId, personId, unitId, head, from, until } }
  }

  @When(AppointmentEnded)
  shortenPostWhenAppointmentEnded({ data }: EventOf<typeof AppointmentEnded>): Write {
    return { into: KNOWN.posts, id: data.appointmentId, set: { until: data.until } }
  }
}
