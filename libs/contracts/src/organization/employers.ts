import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, code, constant, formationMode, id, level, localDate } from '../fields'

/** A hospital, school, station or firm is known: where the four heads work and what coverage by sector counts. */
export const EmployerRegistered = defineEvent({
  type: 'organization.employer-registered.v1',
  topic: 'organization.employers',
  key: 'employerId',
  summary: { zh: '单位登记', en: 'An employer was registered' },
  data: z.object({
    employerId: id(),
    kind: code().describe('Kind of employer, from the packs.'),
    level: level(),
    area: areaCode(),
    path: areaPath(),
    from: localDate(),
  }),
})

const cover = {
  employerId: id(),
  coverId: id().describe('One cover: an employer may be covered again later, by the same unit too.'),
  kind: code().describe('Kind of employer, from the packs.'),
  level: level(),
  area: areaCode(),
  path: areaPath(),
  unitId: id(),
  unitType: constant(),
  mode: formationMode(),
  from: localDate(),
}

/** A unit covers an employer from a day on (N2.3d): coverage by sector counts it. At most one unit covers an employer on one day. */
export const EmployerCovered = defineEvent({
  type: 'organization.employer-covered.v1',
  topic: 'organization.employers',
  key: 'employerId',
  summary: { zh: '单位纳入覆盖', en: 'An employer came to be covered by a unit' },
  data: z.object({ ...cover, until: localDate().nullable().describe('Null: open.') }),
})

/** A unit no longer covers an employer from `until`; where that is `from`, it never did. */
export const EmployerCoverEnded = defineEvent({
  type: 'organization.employer-cover-ended.v1',
  topic: 'organization.employers',
  key: 'employerId',
  summary: { zh: '单位不再覆盖', en: 'An employer is no longer covered by a unit' },
  data: z.object({ ...cover, until: localDate() }),
})
