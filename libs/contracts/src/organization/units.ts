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

/** 恢复组织: the dissolution was taken back, as if it had never been; `on` is the day from which the unit was no longer in force. */
export const UnitRevived = defineEvent({
  type: 'organization.unit-revived.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织恢复', en: 'The dissolution of a unit was taken back' },
  data: z.object({
    unitId: id(),
    unitType: constant(),
    area: areaCode().nullable(),
    path: areaPath(),
    on: localDate().describe('The first day on which it was not in force; it is in force again on that day and all after it.'),
  }),
})

const renamed = { unitId: id(), unitType: constant(), area: areaCode().nullable(), path: areaPath() }

/** A unit bears another name from `on`. The name itself stays with organization. */
export const UnitRenamed = defineEvent({
  type: 'organization.unit-renamed.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '组织更名', en: 'A unit was renamed' },
  data: z.object({ ...renamed, on: localDate() }),
})

/** The renaming that held from `on` was taken back: the name of before goes on. */
export const UnitRenamingWithdrawn = defineEvent({
  type: 'organization.unit-renaming-withdrawn.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '撤回更名', en: 'The renaming of a unit was taken back' },
  data: z.object({ ...renamed, on: localDate() }),
})
