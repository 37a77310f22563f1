import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, constant, count, flag, formationMode, id, level, localDate } from '../fields'

const founding = {
  foundingId: id().describe('The founding; the unit that comes of it has the same id.'),
  unitType: constant(),
  area: areaCode(),
  path: areaPath(),
  mode: formationMode(),
}

/** A preparatory group began to found a unit (domain (b)). The unit is not there yet. */
export const FoundingBegun = defineEvent({
  type: 'organization.founding-begun.v1',
  topic: 'organization.foundings',
  key: 'foundingId',
  summary: { zh: '筹建开始', en: 'A preparatory group began to found a unit' },
  data: z.object({ ...founding, parentId: id().nullable().describe('The unit that it is to stand under.'), on: localDate() }),
})

/** A step of the founding was taken: rules drafted, applied, reviewed, replied, meeting held, filed, plate hung. The unit itself is told by `organization.unit-established.v1`. */
export const FoundingStepTaken = defineEvent({
  type: 'organization.founding-step-taken.v1',
  topic: 'organization.foundings',
  key: 'foundingId',
  summary: { zh: '筹建进展', en: 'A step of a founding was taken' },
  data: z.object({
    ...founding,
    step: constant().describe('RULES APPLICATION REVIEW REPLY MEETING FILING PLATE.'),
    level: level().nullable().describe('The level whose association took it; null: the preparatory group did.'),
    returned: flag().describe('Whether the application was sent back to the preparatory group.'),
    persons: count().describe('Individual members on the list at that time.'),
    units: count().describe('Employers and units on the list at that time.'),
    on: localDate(),
  }),
})

/** A founding is over: all steps taken, refused, withdrawn, or let lapse. */
export const FoundingClosed = defineEvent({
  type: 'organization.founding-closed.v1',
  topic: 'organization.foundings',
  key: 'foundingId',
  summary: { zh: '筹建办结', en: 'A founding is over' },
  data: z.object({ ...founding, outcome: z.enum(['DONE', 'REFUSED', 'WITHDRAWN', 'LAPSED']), on: localDate() }),
})
