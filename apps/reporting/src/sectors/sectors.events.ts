import { Controller } from '@nestjs/common'
import { EmployerCovered, EmployerCoverEnded, EmployerRegistered, type EventOf } from '@sizhang/contracts'
import { When, type Outcome } from '@sizhang/messaging'

/** What the facts of employers change in reporting. */
@Controller()
export class SectorsEvents {
  @When(EmployerRegistered)
  keepEmployerWhenEmployerRegistered({ data }: EventOf<typeof EmployerRegistered>): Outcome {
    const { employerId, kind, path, from } = data
    return { into: 'employers', id: employerId, set: { kind, path, from } }
  }

  @When(EmployerCovered)
  keepCoverWhenEmployerCovered({ data }: EventOf<typeof EmployerCovered>): Outcome {
    const { employerId, coverId, unitId, mode, from, until } = data
    return { into: 'employers', id: employerId, set: { [`covers.${coverId}`]: { unitId, mode, from, until } } }
  }

  @When(EmployerCoverEnded)
  endCoverWhenEmployerCoverEnded({ data }: EventOf<typeof EmployerCoverEnded>): Outcome {
    return { into: 'employers', id: data.employerId, set: { [`covers.${data.coverId}.until`]: data.until } }
  }
}
