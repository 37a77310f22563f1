import { Controller } from '@nestjs/common'
import { EmployerRegistered, type EventOf } from '@sizhang/contracts'
import { When, type Write } from '@sizhang/messaging'
import { KNOWN_EMPLOYERS } from './known-employers.store'

/** What persons keep of organization's facts: a home job is at an employer that is known. */
@Controller()
export class PersonsEvents {
  @When(EmployerRegistered)
  keepEmployerWhenEmployerRegistered({ data }: EventOf<typeof EmployerRegistered>): Write {
    const { employerId, kind, path } = data
    return { into: KNOWN_EMPLOYERS, id: employerId, set: { kind, path } }
  }
}
