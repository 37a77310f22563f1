import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaPath, constant, id, level, localDate, ordinal } from '../fields'

const place = { bodyId: id(), unitId: id(), unitType: constant(), serves: level().nullable(), path: areaPath(), term: ordinal() }

/** The congress that ends a term was put off to a day, by a paper (domain (d) 1). The term itself ends as it was agreed. */
export const CongressPostponed = defineEvent({
  type: 'organization.congress-postponed.v1',
  topic: 'organization.bodies',
  key: 'bodyId',
  summary: { zh: '延期换届', en: 'The congress that ends a term was postponed' },
  data: z.object({ ...place, termUntil: localDate(), until: localDate().describe('The day by which the next term is to begin.') }),
})

/** A term ended before the agreed day, because the congress was held early (domain (d) 1). */
export const TermEndedEarly = defineEvent({
  type: 'organization.term-ended-early.v1',
  topic: 'organization.bodies',
  key: 'bodyId',
  summary: { zh: '提前换届，原届结束', en: 'A term ended early' },
  data: z.object({ ...place, from: localDate(), until: localDate().describe('First day on which the term no longer runs.') }),
})

/** A body without terms, such as a leading group, was ended (A1). Its seats end on the day. */
export const BodyEnded = defineEvent({
  type: 'organization.body-ended.v1',
  topic: 'organization.bodies',
  key: 'bodyId',
  summary: { zh: '撤销机构（领导小组等）', en: 'A body without terms was ended' },
  data: z.object({ ...place, on: localDate().describe('First day on which there is no such body.') }),
})
