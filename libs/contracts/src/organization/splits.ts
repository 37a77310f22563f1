import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, constant, id, localDate } from '../fields'

const unit = {
  unitId: id(),
  unitType: constant(),
  area: areaCode().nullable(),
  path: areaPath().describe('Areas from the city down to the seat of the unit; empty where it has none.'),
}

/** 拆分: a unit handed over areas from `on`, and goes on itself; what goes along from below it is told as moves. Told once each successor has taken over. */
export const UnitSplit = defineEvent({
  type: 'organization.unit-split.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织拆分', en: 'A unit was split: it handed over areas' },
  data: z.object({
    ...unit,
    areas: z.array(areaCode()).max(500).describe('Areas that it no longer covers from that day on.'),
    into: z
      .array(z.object({ unitId: id(), areas: z.array(areaCode()).max(500).describe('Areas handed over to this one.') }))
      .max(20)
      .describe('The units that took over, each area by one of them.'),
    on: localDate(),
  }),
})

/** 拆分承接: a unit took over areas from `on`, when another one that goes on was split. */
export const UnitTookAreas = defineEvent({
  type: 'organization.unit-took-areas.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织承接拆分', en: 'A unit took over areas of one that was split' },
  data: z.object({
    ...unit,
    predecessorId: id().describe('The unit that was split, and goes on.'),
    areas: z.array(areaCode()).max(500).describe('Areas that it covers from that day on, and did not before.'),
    covers: z.array(areaCode()).max(500).describe('All areas that it ever covered, covers or is to cover.'),
    on: localDate(),
  }),
})
