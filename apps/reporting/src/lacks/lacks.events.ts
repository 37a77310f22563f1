import { Controller } from '@nestjs/common'
import { ConditionCorrected, ConditionNoted, type EventOf } from '@sizhang/contracts'
import { ignored, When, type Outcome } from '@sizhang/messaging'

/** What the conditions of units change in reporting. */
@Controller()
export class LacksEvents {
  @When(ConditionNoted)
  keepNoteWhenConditionNoted({ data }: EventOf<typeof ConditionNoted>): Outcome {
    const { unitId, noteId, lack, lacking, from, until } = data
    if (lack === null) return ignored('homes and stations are none of the four lacks')
    return { into: 'conditions', id: unitId, set: { [`notes.${noteId}`]: { lack, lacking, from, until } } }
  }

  @When(ConditionCorrected)
  dropNoteWhenConditionCorrected({ data }: EventOf<typeof ConditionCorrected>): Outcome {
    const { unitId, noteId, lack } = data
    if (lack === null) return ignored('homes and stations are none of the four lacks')
    return { into: 'conditions', id: unitId, set: { [`notes.${noteId}.corrected`]: true } }
  }
}
