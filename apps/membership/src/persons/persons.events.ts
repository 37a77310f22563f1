import { Controller } from '@nestjs/common'
import { EmployerCovered, EmployerCoverEnded, EmployerRegistered, type EventOf } from '@sizhang/contracts'
import { ignored, When, type Ignored, type Write } from '@sizhang/messaging'
import { KNOWN_EMPLOYERS } from './known-employers.store'

/** What persons keep of organization's facts: a home job is at an employer that is known. */
@Controller()
export class PersonsEvents {
  @When(EmployerRegistered)
  keepEmployerWhenEmployerRegistered({ data }: EventOf<typeof EmployerRegistered>): Write {
    const { employerId, kind, path } = data
    return { into: KNOWN_EMPLOYERS, id: employerId, set: { kind, path } }
  }

  @When(EmployerCovered)
  ignoreCoverWhenEmployerCovered(): Ignored {
    return ignored('who covers an employer changes nothing about the home jobs at it')
  }

  @When(EmployerCoverEnded)
  ignoreCoverWhenEmployerCoverEnded(): Ignored {
    return ignored('who covers an employer changes nothing about the home jobs at it')
  }
}
