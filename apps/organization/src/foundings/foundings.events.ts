import { Controller } from '@nestjs/common'
import { PersonErased, PersonRegistered, type EventOf } from '@sizhang/contracts'
import { When, type Write } from '@sizhang/messaging'
import { KNOWN_PERSONS } from './known-persons.store'

/** What foundings keep of membership's facts: a member on a list is somebody. */
@Controller()
export class FoundingsEvents {
  @When(PersonRegistered)
  knowPersonWhenPersonRegistered({ data }: EventOf<typeof PersonRegistered>): Write {
    return { into: KNOWN_PERSONS, id: data.personId, set: { erased: false } }
  }

  @When(PersonErased)
  forgetPersonWhenPersonErased({ data }: EventOf<typeof PersonErased>): Write {
    return { into: KNOWN_PERSONS, id: data.personId, set: { erased: true } }
  }
}
