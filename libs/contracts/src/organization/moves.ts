import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, constant, id, localDate } from '../fields'

const unit = {
  unitId: id(),
  unitType: constant(),
  area: areaCode().nullable(),
  path: areaPath().describe('Areas from the city down to the seat of the unit; a move leaves them as they are.'),
}

/** 调整隶属: a unit stands under another one from `on`. */
export const UnitMoved = defineEvent({
  type: 'organization.unit-moved.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织调整隶属', en: 'A unit was put under another one' },
  data: z.object({ ...unit, parentId: id().describe('The unit above from that day on.'), on: localDate() }),
})

/** The move that held from `on` was taken back: the unit stands where it stood before. */
export const UnitMoveWithdrawn = defineEvent({
  type: 'organization.unit-move-withdrawn.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '撤回调整隶属', en: 'The move of a unit was taken back' },
  data: z.object({ ...unit, parentId: id().nullable().describe('The unit above that it had before; null: none.'), on: localDate() }),
})
