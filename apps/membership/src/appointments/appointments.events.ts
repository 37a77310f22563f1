import { Controller } from '@nestjs/common'
import {
  BodyEnded,
  CongressPostponed,
  SeatCreated,
  TermEndedEarly,
  UnitDissolved,
  UnitEstablished,
  UnitMerged,
  UnitRevived,
  type EventOf,
} from '@sizhang/contracts'
import { ignored, When, type Outcome, type Write } from '@sizhang/messaging'
import { KNOWN_SEATS, KNOWN_TERMS, KNOWN_UNITS } from './known-seats.store'

/** What appointments keep of organization's facts: which seats there are, and how long their units are in force. */
@Controller()
export class AppointmentsEvents {
  @When(SeatCreated)
  keepSeatWhenSeatCreated({ data, actor }: EventOf<typeof SeatCreated>): Write {
    return { into: KNOWN_SEATS, id: data.seatId, set: { ...data, createdBy: actor } }
  }

  @When(TermEndedEarly)
  boundTermWhenTermEndedEarly({ data }: EventOf<typeof TermEndedEarly>): Write {
    return { into: KNOWN_TERMS, id: `${data.bodyId}/${data.term}`, set: { until: data.until } }
  }

  @When(BodyEnded)
  boundGroupWhenBodyEnded({ data }: EventOf<typeof BodyEnded>): Write {
    return { into: KNOWN_TERMS, id: `${data.bodyId}/${data.term}`, set: { until: data.on, group: true } }
  }

  @When(CongressPostponed)
  ignorePostponementWhenCongressPostponed(): Outcome {
    return ignored('posts end with the term, and the term ends as it was agreed')
  }

  @When(UnitEstablished)
  keepUnitWhenUnitEstablished({ data }: EventOf<typeof UnitEstablished>): Write {
    return { into: KNOWN_UNITS, id: data.unitId, set: { from: data.from } }
  }

  @When(UnitDissolved)
  boundUnitWhenUnitDissolved({ data }: EventOf<typeof UnitDissolved>): Write {
    return { into: KNOWN_UNITS, id: data.unitId, set: { dissolvedOn: data.on } }
  }

  @When(UnitRevived)
  unboundUnitWhenUnitRevived({ data }: EventOf<typeof UnitRevived>): Write {
    return { into: KNOWN_UNITS, id: data.unitId, unset: ['dissolvedOn'] }
  }

  @When(UnitMerged)
  boundUnitWhenUnitMerged({ data }: EventOf<typeof UnitMerged>): Write {
    return { into: KNOWN_UNITS, id: data.unitId, set: { dissolvedOn: data.on } }
  }
}
