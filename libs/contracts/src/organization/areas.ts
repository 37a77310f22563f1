import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaKind, areaPath, flag, level, localDate } from '../fields'

/** An administrative area came into the list, with its place in the hierarchy. Its name stays with organization. */
export const AreaEstablished = defineEvent({
  type: 'organization.area-established.v1',
  topic: 'organization.areas',
  key: 'code',
  summary: { zh: '区划进入名录', en: 'An area entered the list of administrative divisions' },
  data: z.object({
    code: areaCode(),
    parent: areaCode().nullable(),
    level: level(),
    kind: areaKind().nullable(),
    placeholder: flag().describe('A row of the code list that stands for no real place: in no denominator.'),
    path: areaPath().describe('From the city down to this area, itself included.'),
    from: localDate().nullable().describe('Valid from; null: since ever.'),
    splitFrom: areaCode().optional().describe('The area that it was a part of.'),
  }),
})
