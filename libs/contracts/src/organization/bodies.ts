import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaPath, code, constant, count, holdingKind, id, level, localDate, ordinal, rank } from '../fields'

const place = { bodyId: id(), unitId: id(), unitType: constant(), serves: level().nullable(), path: areaPath() }

/** A permanent body of a unit was opened (committee, council, working team …). */
export const BodyOpened = defineEvent({
  type: 'organization.body-opened.v1',
  topic: 'organization.bodies',
  key: 'bodyId',
  summary: { zh: '设立机构（委员会、理事会等）', en: 'A body of a unit was opened' },
  data: z.object({ ...place, kind: code(), from: localDate() }),
})

/** A numbered term (届) of a body begins. */
export const TermOpened = defineEvent({
  type: 'organization.term-opened.v1',
  topic: 'organization.bodies',
  key: 'bodyId',
  summary: { zh: '开始一届', en: 'A term of a body was opened' },
  data: z.object({ ...place, term: ordinal(), from: localDate(), until: localDate() }),
})

/** A seat with its places belongs to a term of a body. */
export const SeatCreated = defineEvent({
  type: 'organization.seat-created.v1',
  topic: 'organization.bodies',
  key: 'bodyId',
  summary: { zh: '设置职务', en: 'A seat was created in a term' },
  data: z.object({
    ...place,
    seatId: id(),
    term: ordinal(),
    termFrom: localDate(),
    termUntil: localDate(),
    rank: rank(),
    kinds: z.array(holdingKind()).min(1).max(3),
    places: count(),
    reservedHead: constant().nullable().describe('Only persons of this head may hold it; null: not reserved.'),
    role: constant().nullable().optional().describe('Role that holding it gives, in the unit or its area; null or left out: none.'),
  }),
})
