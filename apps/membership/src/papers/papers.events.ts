import { Controller } from '@nestjs/common'
import { ConditionNoted, FoundingBegun, FoundingClosed, FoundingStepTaken, type EventOf } from '@sizhang/contracts'
import { ignored, When, type Ignored, type Write } from '@sizhang/messaging'
import { KNOWN_RECORDS, recordIdOf, type RecordName } from './known-records.store'

type OfFounding = EventOf<typeof FoundingBegun> | EventOf<typeof FoundingStepTaken> | EventOf<typeof FoundingClosed>

/** What papers keep of organization's facts: to which records they can be attached. Each record of a founding is told by one fact, whose number it has. */
@Controller()
export class PapersEvents {
  @When(FoundingBegun)
  knowRecordWhenFoundingBegun(event: EventOf<typeof FoundingBegun>): Write {
    return recordOf(event)
  }

  @When(FoundingStepTaken)
  knowRecordWhenFoundingStepTaken(event: EventOf<typeof FoundingStepTaken>): Write {
    return recordOf(event)
  }

  @When(FoundingClosed)
  knowRecordWhenFoundingClosed(event: EventOf<typeof FoundingClosed>): Write | Ignored {
    const { outcome } = event.data
    return outcome === 'DONE' || outcome === 'REFUSED' ? ignored('the step that ended it is its last record') : recordOf(event)
  }

  @When(ConditionNoted)
  knowRecordWhenConditionNoted({ data }: EventOf<typeof ConditionNoted>): Write {
    return known({ subject: 'UNIT', subjectId: data.unitId, record: data.noteId }, data.path)
  }
}

function recordOf({ data, sequence }: OfFounding): Write {
  return known({ subject: 'FOUNDING', subjectId: data.foundingId, record: sequence }, data.path)
}

function known(name: RecordName, path: readonly string[]): Write {
  return { into: KNOWN_RECORDS, id: recordIdOf(name), set: { path } }
}
