import { z } from 'zod'
import { defineEvent } from '../define-event'
import { constant, id } from '../fields'

/** Somebody looked at a person's numbers in plain, for a purpose; the actor is who. Why, in words, stays in membership. */
export const NumbersShown = defineEvent({
  type: 'membership.numbers-shown.v1',
  topic: 'membership.accesses',
  key: 'accessId',
  summary: { zh: '查看完整的电话或身份证号', en: 'A whole phone or identity number was looked at' },
  data: z.object({
    accessId: id(),
    personId: id(),
    fields: z
      .array(z.enum(['PHONE', 'IDENTITY_NUMBER']))
      .min(1)
      .max(2),
    purpose: constant().describe('What for, from the list of purposes.'),
  }),
})

const numbers = z
  .array(z.enum(['PHONE', 'IDENTITY_NUMBER', 'GUARDIAN_PHONE']))
  .min(1)
  .max(3)

/** Somebody asks to look at the numbers of a child under fourteen; a second person decides. */
export const LookAsked = defineEvent({
  type: 'membership.look-asked.v1',
  topic: 'membership.accesses',
  key: 'accessId',
  summary: { zh: '申请查看儿童的号码', en: 'A look at the numbers of a child was asked for' },
  data: z.object({ accessId: id(), personId: id(), fields: numbers, purpose: constant().describe('What for, from the list of purposes.') }),
})

/** A second person approved the look; the actor is who. From now on the numbers are shown to who asked, for five minutes. */
export const LookApproved = defineEvent({
  type: 'membership.look-approved.v1',
  topic: 'membership.accesses',
  key: 'accessId',
  summary: { zh: '批准查看儿童的号码', en: 'A look at the numbers of a child was approved' },
  data: z.object({ accessId: id(), personId: id() }),
})
