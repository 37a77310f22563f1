import { Controller } from '@nestjs/common'
import { AreaEnded, AreaEstablished, UnitEstablished, type EventOf } from '@sizhang/contracts'
import { When, type Write } from '@sizhang/messaging'
import { KNOWN_PLACES } from './known-places.store'

/** What accounts keep of organization's facts: where the areas and units lie that grants are given for. */
@Controller()
export class AccountsEvents {
  @When(AreaEstablished)
  keepPlaceWhenAreaEstablished({ data }: EventOf<typeof AreaEstablished>): Write {
    return { into: KNOWN_PLACES, id: data.code, set: { path: data.path } }
  }

  @When(AreaEnded)
  keepHeirWhenAreaEnded({ data }: EventOf<typeof AreaEnded>): Write {
    return { into: KNOWN_PLACES, id: data.code, set: { end: { on: data.on, heir: data.heir } } }
  }

  @When(UnitEstablished)
  keepPlaceWhenUnitEstablished({ data }: EventOf<typeof UnitEstablished>): Write {
    return { into: KNOWN_PLACES, id: data.unitId, set: { path: data.path } }
  }
}
