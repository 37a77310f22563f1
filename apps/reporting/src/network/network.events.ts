import { Controller } from '@nestjs/common'
import { AreaEstablished, BodyOpened, SeatCreated, TermOpened, UnitDissolved, UnitEstablished, type EventOf } from '@sizhang/contracts'
import { ignored, When, type Outcome } from '@sizhang/messaging'

/** What organization's facts change in reporting. */
@Controller()
export class NetworkEvents {
  @When(AreaEstablished)
  keepAreaWhenAreaEstablished({ data }: EventOf<typeof AreaEstablished>): Outcome {
    return { into: 'areas', id: data.code, set: data }
  }

  @When(UnitEstablished)
  keepUnitWhenUnitEstablished({ data }: EventOf<typeof UnitEstablished>): Outcome {
    const { unitId, unitType, serves, path, covers, mode, from } = data
    return { into: 'units', id: unitId, set: { unitType, serves, path, covers, mode, from, until: null } }
  }

  @When(UnitDissolved)
  endUnitWhenUnitDissolved({ data }: EventOf<typeof UnitDissolved>): Outcome {
    return { into: 'units', id: data.unitId, set: { until: data.on } }
  }

  @When(BodyOpened)
  ignoreBodyWhenBodyOpened(): Outcome {
    return ignored('a body counts by its terms')
  }

  @When(TermOpened)
  keepTermWhenTermOpened({ data }: EventOf<typeof TermOpened>): Outcome {
    const { bodyId, unitId, serves, path, term, from, until } = data
    return { into: 'terms', id: `${bodyId}/${term}`, set: { bodyId, unitId, serves, path, from, until } }
  }

  @When(SeatCreated)
  ignoreSeatWhenSeatCreated(): Outcome {
    return ignored('a seat counts by those who hold it, and their facts say its rank')
  }
}
