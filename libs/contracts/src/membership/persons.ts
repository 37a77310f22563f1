import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaPath, code, constant, id, localDate, packVersion } from '../fields'

/** A person is known to the network. Name, phone and identity number never leave membership. */
export const PersonRegistered = defineEvent({
  type: 'membership.person-registered.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '人员登记', en: 'A person was registered' },
  data: z.object({ personId: id() }),
})

/** The person's home job begins on a day: it may make him one of the four heads (N1.1). */
export const HomeJobTaken = defineEvent({
  type: 'membership.home-job-taken.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '本职岗位任职', en: 'A person took up a home job' },
  data: z.object({
    personId: id(),
    employerId: id(),
    title: code().describe('Title from the packs.'),
    head: constant().nullable().describe('The head that the title stands for on that day; null: none.'),
    packVersion: packVersion(),
    path: areaPath(),
    from: localDate(),
  }),
})

/** The person's home job ended: from that day he is no longer a head by it, never backwards (domain (c) 4). */
export const HomeJobLeft = defineEvent({
  type: 'membership.home-job-left.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '离开本职岗位', en: 'A person left a home job' },
  data: z.object({ personId: id(), employerId: id(), on: localDate() }),
})

/** What was recorded of a person was put right; which fields, not what they say. */
export const PersonCorrected = defineEvent({
  type: 'membership.person-corrected.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '人员信息更正', en: 'The record of a person was corrected' },
  data: z.object({
    personId: id(),
    fields: z
      .array(z.enum(['name', 'phone', 'identityNumber']))
      .min(1)
      .max(3),
  }),
})
