import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, code, id, level, localDate } from '../fields'

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
