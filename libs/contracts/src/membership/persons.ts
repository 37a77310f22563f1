import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaPath, code, constant, id, localDate, ordinal, packVersion } from '../fields'

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

/** The guardian of a child under fourteen agreed that its data is kept (PIPL Art.31), and to which text. */
export const GuardianConsented = defineEvent({
  type: 'membership.guardian-consented.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '监护人同意处理儿童个人信息', en: 'A guardian consented' },
  data: z.object({ personId: id(), textVersion: ordinal().describe('Version of the text that was signed.'), on: localDate() }),
})

/** The guardian of a child under fourteen agrees no more: from this fact on the child is not used, and is to be erased (PIPL Art.15, 47). */
export const GuardianWithdrew = defineEvent({
  type: 'membership.guardian-withdrew.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '监护人撤回同意', en: 'A guardian withdrew' },
  data: z.object({ personId: id(), on: localDate() }),
})

/** The person agrees that his data is used for a purpose (PIPL Art.14), and to which text; no value of his is in it. */
export const ConsentGiven = defineEvent({
  type: 'membership.consent-given.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '同意处理个人信息', en: 'A person consented to a purpose' },
  data: z.object({
    personId: id(),
    purpose: constant().describe('What for, from the list of purposes.'),
    textVersion: ordinal().describe('Version of the text that was shown.'),
    means: z.enum(['ON_SCREEN', 'SIGNED_PAPER']).describe('How it was given.'),
    on: localDate(),
  }),
})

/** The person agrees no more (PIPL Art.15): from this fact on his data is not used for the purpose. */
export const ConsentWithdrawn = defineEvent({
  type: 'membership.consent-withdrawn.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '撤回同意', en: 'A person withdrew a consent' },
  data: z.object({ personId: id(), purpose: constant().describe('What for, from the list of purposes.'), on: localDate() }),
})

/** The person asks that what is kept of him be erased (PIPL Art.47); an officer decides. */
export const ErasureAsked = defineEvent({
  type: 'membership.erasure-asked.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '本人申请删除个人信息', en: 'A person asked to be erased' },
  data: z.object({ personId: id(), on: localDate() }),
})

/** The request was declined; the reason, which the law asks for (PIPL Art.50), stays in membership. */
export const ErasureDeclined = defineEvent({
  type: 'membership.erasure-declined.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '不同意删除个人信息', en: 'The request to be erased was declined' },
  data: z.object({ personId: id(), on: localDate() }),
})

/** Name, phone and identity number are gone for good; posts and home jobs stay under the opaque id (PIPL Art.47). */
export const PersonErased = defineEvent({
  type: 'membership.person-erased.v1',
  topic: 'membership.persons',
  key: 'personId',
  summary: { zh: '删除人员的个人信息', en: 'The personal data of a person was erased' },
  data: z.object({ personId: id(), ground: constant().describe('Ground of PIPL Art.47.'), on: localDate() }),
})
