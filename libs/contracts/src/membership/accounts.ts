import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, constant, id, localDate } from '../fields'

const TOPIC = 'membership.accounts'

const granted = {
  accountId: id(),
  role: constant().describe('Role of the catalogue of rights.'),
  jurisdiction: z.enum(['EVERYWHERE', 'AREA', 'UNIT']).describe('Whole network, an area with all below it, or one unit.'),
  area: areaCode().nullable().describe('The area of the jurisdiction; null: it is none.'),
  unitId: id().nullable().describe('The unit of the jurisdiction; null: it is none.'),
  path: areaPath(),
}
const grant = { ...granted, grantId: id() }
const delegation = {
  ...granted,
  delegationId: id(),
  byAccountId: id().describe('The account in whose place it is done.'),
  from: localDate(),
  until: localDate().describe('First day without it.'),
}

/** Somebody was invited to sign in. The name of the account never leaves membership. */
export const AccountInvited = defineEvent({
  type: 'membership.account-invited.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '邀请开通账户', en: 'An account was opened by invitation' },
  data: z.object({ accountId: id() }),
})

/** A new link opens an account, in the place of the one before. Its secret never leaves membership; the actor is who has seen it. */
export const InvitationRenewed = defineEvent({
  type: 'membership.invitation-renewed.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '重新发送邀请', en: 'An account was given a new link' },
  data: z.object({ accountId: id() }),
})

/** An account signs in no more. */
export const AccountClosed = defineEvent({
  type: 'membership.account-closed.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '停用账户', en: 'An account was closed' },
  data: z.object({ accountId: id() }),
})

/** An account was given a role within a jurisdiction, from a day to a day. */
export const GrantGiven = defineEvent({
  type: 'membership.grant-given.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '授权', en: 'A role was granted' },
  data: z.object({ ...grant, from: localDate(), until: localDate().nullable().describe('First day without it; null: no end.') }),
})

/** A grant ends on a day before its agreed end. */
export const GrantEnded = defineEvent({
  type: 'membership.grant-ended.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '收回授权', en: 'A grant was ended' },
  data: z.object({ ...grant, from: localDate(), until: localDate().describe('First day without it.') }),
})

/** An account may do in the place of another, for a time, part of what that may do itself. */
export const RightDelegated = defineEvent({
  type: 'membership.right-delegated.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '设定代理', en: 'A right was delegated for a time' },
  data: z.object(delegation),
})

/** One of the two ended a delegation before its agreed end. */
export const DelegationEnded = defineEvent({
  type: 'membership.delegation-ended.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '终止代理', en: 'A delegation was ended' },
  data: z.object(delegation),
})

/** An account asks for a code beside the password from now on. The secret never leaves membership. */
export const SecondFactorEnrolled = defineEvent({
  type: 'membership.second-factor-enrolled.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '启用两步验证', en: 'A second factor was enrolled' },
  data: z.object({ accountId: id() }),
})

/** Somebody who may took a lost second factor away from an account, which was signed out everywhere. */
export const SecondFactorRemoved = defineEvent({
  type: 'membership.second-factor-removed.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '取消两步验证', en: 'A second factor was removed' },
  data: z.object({ accountId: id() }),
})

/** Whoever the city's identity provider knows as the account's owner opens it from now on. Who that is there never leaves membership. */
export const IdentityLinked = defineEvent({
  type: 'membership.identity-linked.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '关联统一身份认证', en: 'An account was linked to the identity provider' },
  data: z.object({ accountId: id() }),
})

/** The identity provider opens the account no more; it was signed out everywhere. */
export const IdentityUnlinked = defineEvent({
  type: 'membership.identity-unlinked.v1',
  topic: TOPIC,
  key: 'accountId',
  summary: { zh: '解除统一身份认证', en: 'An account was unlinked from the identity provider' },
  data: z.object({ accountId: id() }),
})
