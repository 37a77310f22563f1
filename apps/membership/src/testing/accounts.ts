import { everywhere, type Grant, type Jurisdiction } from '@sizhang/service-kit/rights'
import { Rejected } from '@sizhang/service-kit/rules'
import type { Account, GivenGrant, ProposedGrant } from '../accounts/account.domain'
import { PROPOSAL_LASTS, type GiveGrant } from '../grants/grants.domain'

/** The day and the instant of the tests. */
export const today = '2026-03-31'
export const now = new Date('2026-03-31T02:00:00Z')
/** Ids of an account, of a grant, and of those who give and confirm it. */
export const [accountId, grantId, giverId, confirmerId] = [1, 2, 3, 4].map((number) => `00000000-0000-7000-8000-00000000000${number}`) as [
  string,
  string,
  string,
  string,
]
/** A street, from the city down. */
export const TOWN = ['320200', '320205', '320205001']

export const area = (code: string): Jurisdiction => ({ kind: 'AREA', code })

/** Who may do everything, and who may in one county until the end of the year. */
export const administrator = { accountId: giverId, grants: [everywhere('CITY_ADMINISTRATOR')] }
export const secretaryOf = (code: string): { accountId: string; grants: Grant[] } => ({
  accountId: giverId,
  grants: [{ role: 'COUNTY_SECRETARY', within: area(code), from: '2024-01-01', until: '2027-01-01' }],
})

/** A grant that a street's secretary has. */
export const held = (said: Partial<GivenGrant> = {}): GivenGrant => ({
  id: grantId,
  role: 'TOWN_SECRETARY',
  within: area('320205001'),
  path: TOWN,
  from: '2025-01-01',
  until: '2026-12-31',
  givenBy: null,
  ...said,
})

/** The same, proposed this morning. */
export const proposed = (said: Partial<ProposedGrant> = {}): ProposedGrant => ({
  ...held({ from: today, givenBy: giverId, givenAt: now }),
  lapsesAt: new Date(now.getTime() + PROPOSAL_LASTS),
  ...said,
})

/** The account of a street's secretary. */
export const anAccount = (said: Partial<Account> = {}): Account => {
  const state = { personId: null, passwordHash: 'hash', mustChangePassword: false, invitation: null, closed: false }
  return { name: 'dongting', holder: '东亭街道科协秘书', ...state, grants: [held()], ...said }
}

/** What is said of a grant to that account. */
export const asked = (said: Partial<GiveGrant> = {}) => ({
  accountId,
  grantId,
  role: 'TOWN_SECRETARY',
  areaCode: '320205001',
  from: today,
  until: '2026-12-31',
  ...said,
})

/** Code and field of the refusal that a call meets; “nothing” where it meets none. */
export const refusal = (call: () => unknown): unknown => {
  try {
    call()
    return 'nothing'
  } catch (error) {
    return error instanceof Rejected ? [error.code, error.details.field] : error
  }
}
