import { everywhere, type RoleCode } from '@sizhang/service-kit/rights'
import { Rejected, type Decision } from '@sizhang/service-kit/rules'
import type { Account } from '../accounts/account.domain'
import { acceptInvitation } from '../credentials/openings.domain'
import {
  acceptByIdentity,
  askedSecondFactor,
  CLOCK_TOLERANCE,
  isOfSignIn,
  linkIdentity,
  unlinkIdentity,
  unlinkOwnIdentity,
} from './identity-provider.domain'

const [accountId, giverId] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const now = new Date('2026-03-31T08:00:00Z')
const identity = { key: 'who it is there', since: new Date('2026-03-01T08:00:00Z') }
const linking = { accountId, key: 'somebody else there', now }
const invitation = { key: 'k', until: new Date('2026-04-07T00:00:00Z') }
const anAccount = (said: Partial<Account> = {}): Account => {
  const state = { personId: null, passwordHash: 'hash', mustChangePassword: false, invitation: null, closed: false }
  return {
    name: 'dongting',
    holder: '东亭街道科协秘书',
    ...state,
    grants: [{ ...everywhere('ANALYST'), id: 'g', path: [], givenBy: null }],
    ...said,
  }
}
const by = (role: RoleCode, giver = giverId) => ({ giver: { accountId: giver, grants: [everywhere(role)] }, today: '2026-03-31' })
const typesOf = ({ facts }: Decision<Account>) => facts.map(({ type }) => type.replace('membership.', ''))
const refusal = (call: () => unknown): string => {
  try {
    call()
    return 'nothing'
  } catch (error) {
    if (error instanceof Rejected) return error.code
    throw error
  }
}

test('an account is linked to one subject of the provider, and to another when it was unlinked', () => {
  const linked = linkIdentity(anAccount(), linking)
  expect(linked.state).toEqual(anAccount({ identity: { key: linking.key, since: now } }))
  expect(typesOf(linked)).toEqual(['identity-linked.v1'])
  expect(refusal(() => linkIdentity(linked.state, linking))).toBe('IDENTITY_LINKED_ALREADY')
})

test('an invitation that is accepted by the provider opens the account by nothing else, and signs it out', () => {
  const accepted = acceptByIdentity(anAccount({ invitation, identity, generation: 3 }), linking)
  expect(accepted.state).toEqual(anAccount({ passwordHash: null, identity: { key: linking.key, since: now }, generation: 4 }))
  expect(typesOf(accepted)).toEqual(['identity-unlinked.v1', 'identity-linked.v1'])
  expect(refusal(() => acceptByIdentity(anAccount({ invitation }), { ...linking, now: invitation.until }))).toBe('INVITATION_INVALID')
  expect(refusal(() => acceptByIdentity(anAccount(), linking))).toBe('INVITATION_INVALID')
})

test('one that is accepted by a password takes the link of before away', () => {
  const accepted = acceptInvitation(anAccount({ passwordHash: null, invitation, identity }), accountId, 'chosen', now)
  expect(accepted.state).toEqual(anAccount({ passwordHash: 'chosen', generation: 1 }))
  expect(typesOf(accepted)).toEqual(['identity-unlinked.v1'])
})

test('the owner unlinks the account when a password opens it, which signs it out', () => {
  const unlinked = unlinkOwnIdentity(anAccount({ identity }), accountId)
  expect(unlinked.state).toEqual(anAccount({ generation: 1 }))
  expect(typesOf(unlinked)).toEqual(['identity-unlinked.v1'])
  expect(refusal(() => unlinkOwnIdentity(anAccount({ identity, passwordHash: null }), accountId))).toBe('IDENTITY_ONLY_WAY_IN')
  expect(refusal(() => unlinkOwnIdentity(anAccount(), accountId))).toBe('IDENTITY_NONE')
})

test('somebody else’s account is unlinked by those alone who could have granted as much', () => {
  const linked = anAccount({ identity, passwordHash: null })
  expect(unlinkIdentity(linked, accountId, by('CITY_ADMINISTRATOR')).state).toEqual(anAccount({ passwordHash: null, generation: 1 }))
  expect(refusal(() => unlinkIdentity(linked, accountId, by('COUNTY_SECRETARY')))).toBe('GRANT_BEYOND_OWN')
  expect(refusal(() => unlinkIdentity(linked, accountId, by('CITY_ADMINISTRATOR', accountId)))).toBe('IDENTITY_IS_OWN')
  expect(refusal(() => unlinkIdentity(anAccount(), accountId, by('CITY_ADMINISTRATOR')))).toBe('IDENTITY_NONE')
})

test.each([
  ['in amr', { amr: ['pwd', 'otp'] }, true],
  ['in acr', { acr: 'urn:city:two-factors' }, true],
  ['in neither', { amr: ['pwd'], acr: '1' }, false],
  ['in no list', { amr: 'otp' }, false],
  ['not at all', {}, false],
])('a second factor that the provider names %s', (_, said, counts) => {
  expect(askedSecondFactor(said, ['otp', 'urn:city:two-factors'])).toBe(counts)
  expect(askedSecondFactor(said, [])).toBe(false)
})

test.each([
  ['at the start', 0, true],
  ['within the tolerance before it', -CLOCK_TOLERANCE, true],
  ['before that', -CLOCK_TOLERANCE - 1, false],
  ['within the tolerance from now on', 60_000 + CLOCK_TOLERANCE, true],
  ['after that', 60_001 + CLOCK_TOLERANCE, false],
])('a token that was made %s of a sign-in of a minute', (_, after, isOf) => {
  const startedAt = new Date(now.getTime() - 60_000)
  expect(isOfSignIn(new Date(startedAt.getTime() + after), { startedAt, now })).toBe(isOf)
})
