import { Controller } from '@nestjs/common'
import {
  AreaEnded,
  AreaEstablished,
  AreaReclassified,
  AreaRecoded,
  AreaRenamed,
  BodyEnded,
  BodyOpened,
  CongressPostponed,
  PilotDesignated,
  PilotDesignationEnded,
  PilotTaskRecorded,
  SeatCreated,
  TermEndedEarly,
  TermOpened,
  UnitDissolved,
  UnitEstablished,
  UnitMerged,
  UnitMoved,
  UnitMoveWithdrawn,
  UnitRenamed,
  UnitRenamingWithdrawn,
  UnitRevived,
  UnitSplit,
  UnitTookAreas,
  UnitTookOver,
  type DataOf,
  type EventOf,
} from '@sizhang/contracts'
import { ignored, When, type Outcome } from '@sizhang/messaging'

const NO_FIGURE_OF_PILOTS = 'organization itself says which units are pilots, and no figure counts them'

/** What organization's facts change in reporting. */
@Controller()
export class NetworkEvents {
  @When(AreaEstablished)
  keepAreaWhenAreaEstablished({ data }: EventOf<typeof AreaEstablished>): Outcome {
    return { into: 'areas', id: data.code, set: data }
  }

  @When(AreaEnded)
  endAreaWhenAreaEnded({ data }: EventOf<typeof AreaEnded>): Outcome {
    return { into: 'areas', id: data.code, set: { end: { on: data.on, heir: data.heir } } }
  }

  @When(AreaReclassified)
  keepKindWhenAreaReclassified({ data }: EventOf<typeof AreaReclassified>): Outcome {
    const { code, on, kind, placeholder } = data
    return { into: 'areas', id: code, set: { [`later.${on}`]: { kind, placeholder } } }
  }

  @When(AreaRenamed)
  ignoreNameWhenAreaRenamed(): Outcome {
    return ignored('a name is joined on read')
  }

  @When(AreaRecoded)
  ignoreCodeWhenAreaRecoded(): Outcome {
    return ignored('records keep the first code of an area')
  }

  @When(UnitEstablished)
  keepUnitWhenUnitEstablished({ data }: EventOf<typeof UnitEstablished>): Outcome {
    const { unitId, unitType, serves, path, covers, parentId, mode, from } = data
    return { into: 'units', id: unitId, set: { unitType, serves, path, covers, parentId, mode, from, until: null } }
  }

  @When(UnitDissolved)
  endUnitWhenUnitDissolved({ data }: EventOf<typeof UnitDissolved>): Outcome {
    return { into: 'units', id: data.unitId, set: { until: data.on } }
  }

  @When(UnitRevived)
  goOnWithUnitWhenUnitRevived({ data }: EventOf<typeof UnitRevived>): Outcome {
    return { into: 'units', id: data.unitId, set: { until: null } }
  }

  @When(UnitMoved)
  keepParentWhenUnitMoved({ data }: EventOf<typeof UnitMoved>): Outcome {
    return { into: 'units', id: data.unitId, set: { [`moves.${data.on}`]: data.parentId } }
  }

  @When(UnitMoveWithdrawn)
  dropParentWhenUnitMoveWithdrawn({ data }: EventOf<typeof UnitMoveWithdrawn>): Outcome {
    return { into: 'units', id: data.unitId, unset: [`moves.${data.on}`] }
  }

  @When(UnitTookOver)
  widenCoverWhenUnitTookOver({ data }: EventOf<typeof UnitTookOver>): Outcome {
    return widened(data)
  }

  @When(UnitTookAreas)
  widenCoverWhenUnitTookAreas({ data }: EventOf<typeof UnitTookAreas>): Outcome {
    return widened(data)
  }

  @When(UnitSplit)
  narrowCoverWhenUnitSplit({ data }: EventOf<typeof UnitSplit>): Outcome {
    const gave = data.into.flatMap(({ unitId, areas }) => areas.map((code) => [`gave.${code}.${data.on}`, unitId]))
    return { into: 'units', id: data.unitId, set: Object.fromEntries(gave) }
  }

  @When(UnitMerged)
  endUnitWhenUnitMerged({ data }: EventOf<typeof UnitMerged>): Outcome {
    return { into: 'units', id: data.unitId, set: { until: data.on, successorId: data.successorId } }
  }

  @When(UnitRenamed)
  ignoreNameWhenUnitRenamed(): Outcome {
    return ignored('a name is joined on read')
  }

  @When(UnitRenamingWithdrawn)
  ignoreNameWhenUnitRenamingWithdrawn(): Outcome {
    return ignored('a name is joined on read')
  }

  @When(PilotDesignated)
  ignorePilotWhenPilotDesignated(): Outcome {
    return ignored(NO_FIGURE_OF_PILOTS)
  }

  @When(PilotDesignationEnded)
  ignorePilotWhenPilotDesignationEnded(): Outcome {
    return ignored(NO_FIGURE_OF_PILOTS)
  }

  @When(PilotTaskRecorded)
  ignoreTaskWhenPilotTaskRecorded(): Outcome {
    return ignored(NO_FIGURE_OF_PILOTS)
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

  @When(TermEndedEarly)
  endTermWhenTermEndedEarly({ data }: EventOf<typeof TermEndedEarly>): Outcome {
    return { into: 'terms', id: `${data.bodyId}/${data.term}`, set: { until: data.until } }
  }

  @When(CongressPostponed)
  ignorePostponementWhenCongressPostponed(): Outcome {
    return ignored('a term that is over is borne for a year, and no congress is put off for longer')
  }

  @When(BodyEnded)
  ignoreGroupWhenBodyEnded(): Outcome {
    return ignored('a group has no terms, and a body counts by its terms')
  }
}

/** A unit covers further areas from a day on; what it covered before stays as it was. */
function widened({ unitId, areas, covers, on }: Pick<DataOf<typeof UnitTookOver>, 'unitId' | 'areas' | 'covers' | 'on'>): Outcome {
  return { into: 'units', id: unitId, set: { covers, ...Object.fromEntries(areas.map((code) => [`took.${code}.${on}`, true])) } }
}
