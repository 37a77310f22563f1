import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, constant, id, localDate } from '../fields'

const unit = {
  unitId: id(),
  unitType: constant(),
  area: areaCode().nullable(),
  path: areaPath().describe('Areas from the city down to the seat of the unit; empty where it has none.'),
}

/** 合并: a unit took over what others covered, from `on`; what stood below them is told as moves. */
export const UnitTookOver = defineEvent({
  type: 'organization.unit-took-over.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织承接合并', en: 'A unit took over others in a merger' },
  data: z.object({
    ...unit,
    predecessorIds: z.array(id()).max(20),
    areas: z.array(areaCode()).max(500).describe('Areas that it covers from that day on, and did not before.'),
    covers: z.array(areaCode()).max(500).describe('All areas that it ever covered, covers or is to cover.'),
    on: localDate(),
  }),
})

/** 合并: a unit ended by a merger: it is no longer in force from `on`, and another one goes on for it. */
export const UnitMerged = defineEvent({
  type: 'organization.unit-merged.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织并入', en: 'A unit was merged into another one' },
  data: z.object({ ...unit, successorId: id(), on: localDate() }),
})
