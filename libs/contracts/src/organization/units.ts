import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, constant, formationMode, id, level, localDate } from '../fields'

/** A unit of the network (association, society, farmers' association …) exists from a day on (N2.3). */
export const UnitEstablished = defineEvent({
  type: 'organization.unit-established.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织成立', en: 'A unit of the network was established' },
  data: z.object({
    unitId: id(),
    unitType: constant(),
    serves: level().nullable().describe('The level whose coverage the unit counts for; null: it covers no area.'),
    area: areaCode().nullable(),
    path: areaPath().describe('Areas from the city down to the seat of the unit; empty where it has none.'),
    covers: z.array(areaCode()).max(500).describe('The areas it covers: its own, and in a joint foundation the others too.'),
    parentId: id().nullable(),
    mode: formationMode(),
    hostId: id().nullable().describe('The unit or employer that hosts it, where it is hosted.'),
    from: localDate(),
  }),
})

/** A unit ceased to exist: it is no longer in force from `on`. */
export const UnitDissolved = defineEvent({
  type: 'organization.unit-dissolved.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织撤销', en: 'A unit was dissolved' },
  data: z.object({ unitId: id(), unitType: constant(), area: areaCode().nullable(), path: areaPath(), on: localDate() }),
})
