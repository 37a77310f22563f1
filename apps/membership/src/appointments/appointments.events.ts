import { Controller } from '@nestjs/common'
import { SeatCreated, UnitDissolved, UnitEstablished, type EventOf } from '@sizhang/contracts'
import { When, type Write } from '@sizhang/messaging'
import { KNOWN_SEATS, KNOWN_UNITS } from './known-seats.store'

/** What appointments keep of organization's facts: which seats there are, and how long their units are in force. */
@Controller()
export class AppointmentsEvents {
  @When(SeatCreated)
  keepSeatWhenSeatCreated({ data }: EventOf<typeof SeatCreated>): Write {
    return { into: KNOWN_SEATS, id: data.seatId, set: data }
  }

  @When(UnitEstablished)
  keepUnitWhenUnitEstablished({ data }: EventOf<typeof UnitEstablished>): Write {
    return { into: KNOWN_UNITS, id: data.unitId, set: { from: data.from } }
  }

  @When(UnitDissolved)
  boundUnitWhenUnitDissolved({ data }: EventOf<typeof UnitDissolved>): Write {
    return { into: KNOWN_UNITS, id: data.unitId, set: { dissolvedOn: data.on } }
  }
}
