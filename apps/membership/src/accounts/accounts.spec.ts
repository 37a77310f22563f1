import { acceptInvitation } from '../credentials/openings.domain'
import {
  accountId,
  administrator,
  anAccount,
  asked,
  confirmerId,
  giverId,
  grantId,
  held,
  now,
  refusal,
  secretaryOf,
  today,
  TOWN,
} from '../testing/accounts'
import type { Delegation } from './account.domain'
import { accountName, closeAccount, firstAccount, inviteAccount, renewInvitation, rolesOn } from './accounts.domain'

test('the first account is the administrator and must change the password that was generated', () => {
  const { state, facts } = firstAccount(accountId, 'hash')
  expect(state).toMatchObject({ name: 'admin', grants: [{ role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, until: null }] })
  expect(state.mustChangePassword).toBe(true)
  expect(facts.map(({ type }) => type)).toEqual(['membership.account-invited.v1', 'membership.grant-given.v1'])
})

describe('an invitation', () => {
  const invitation = { key: 'k', until: new Date('2026-04-07T00:00:00Z') }
  const inviting = { accountId, name: ' DongTing ', holder: '东亭街道科协秘书', grant: asked(), invitation }

  test('opens an account without a password, with its first grant', () => {
    const { state, facts } = inviteAccount(inviting, { giver: secretaryOf('320205'), today, now, path: TOWN, alone: true })
    expect(state).toMatchObject({ name: 'dongting', passwordHash: null, invitation, grants: [{ path: TOWN, givenBy: giverId }] })
    expect(JSON.stringify(facts)).not.toContain('dongting')
    expect(facts.map(({ type }) => type)).toEqual(['membership.account-invited.v1', 'membership.grant-given.v1'])
  })

  test.each([
    ['a name of one sign', { name: 'x' }, ['TEXT_TOO_SHORT', 'name']],
    ['a name with a blank', { name: 'dong ting' }, ['ACCOUNT_NAME_INVALID', 'name']],
    ['a name that is a question to the database', { name: '{"$gt":""}' }, ['ACCOUNT_NAME_INVALID', 'name']],
    ['a name with a mark of writing direction', { name: 'ad\u202emin' }, ['TEXT_HAS_CONTROL_SIGNS', 'name']],
    ['no holder', { holder: ' ' }, ['TEXT_TOO_SHORT', 'holder']],
    ['an unknown role', { grant: asked({ role: 'KING' }) }, ['ROLE_UNKNOWN', 'grant.role']],
  ])('with %s is refused', (_, said, refused) => {
    expect(refusal(() => inviteAccount({ ...inviting, ...said }, { giver: administrator, today, now, path: TOWN, alone: true }))).toEqual(
      refused,
    )
  })

  test('is accepted once, before its end', () => {
    const invited = anAccount({ passwordHash: null, invitation })
    const { state } = acceptInvitation(invited, accountId, 'chosen', new Date('2026-04-06T23:59:59Z'))
    expect(state).toMatchObject({ passwordHash: 'chosen', invitation: null })
    expect(refusal(() => acceptInvitation(state, accountId, 'again', new Date('2026-04-06T23:59:59Z')))).toEqual([
      'INVITATION_INVALID',
      undefined,
    ])
    expect(refusal(() => acceptInvitation(invited, accountId, 'late', invitation.until))).toEqual(['INVITATION_INVALID', undefined])
    expect(refusal(() => acceptInvitation({ ...invited, closed: true }, accountId, 'x', new Date(0)))).toEqual([
      'INVITATION_INVALID',
      undefined,
    ])
  })

  test('is not renewed by one whose own right ends before', () => {
    const longer = anAccount({ grants: [held({ until: null })] })
    expect(refusal(() => renewInvitation(longer, accountId, invitation, { giver: secretaryOf('320205'), today }))).toEqual([
      'GRANT_BEYOND_OWN',
      'accountId',
    ])
  })

  test('is renewed by whoever could have granted all that the account may, for its link opens all of it', () => {
    const { state, facts } = renewInvitation(anAccount(), accountId, invitation, { giver: secretaryOf('320205'), today })
    expect(state).toMatchObject({ invitation, passwordHash: 'hash' })
    expect(facts).toMatchObject([{ type: 'membership.invitation-renewed.v1', data: { accountId } }])
    const more = anAccount({ grants: [held(), held({ role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, path: [] })] })
    expect(refusal(() => renewInvitation(more, accountId, invitation, { giver: secretaryOf('320205'), today }))).toEqual([
      'GRANT_BEYOND_OWN',
      'accountId',
    ])
  })
})

test('what others delegated to an account is opened by a link, too: who could not have granted that makes none', () => {
  const delegated: Delegation = {
    ...held({ role: 'SOCIETIES_OFFICER', within: { kind: 'EVERYWHERE' }, path: [] }),
    until: '2026-04-30',
    by: confirmerId,
    reason: 'AWAY',
  }
  const invitation = { key: 'k', until: new Date('2026-04-07T00:00:00Z') }
  const renew = (until: string, giver = secretaryOf('320205')) => {
    const account = anAccount({ grants: [], delegations: [{ ...delegated, until }] })
    return refusal(() => renewInvitation(account, accountId, invitation, { giver, today }))
  }
  expect(renew('2026-04-30')).toEqual(['GRANT_BEYOND_OWN', 'accountId'])
  expect(renew('2026-04-30', administrator)).toBe('nothing')
  expect(renew(today)).toBe('nothing')
})

test.each([
  ['the first link opens an account of nobody', {}, false],
  ['a link opens anew what had a password', { passwordHash: 'hash' }, true],
  ['a link opens anew what was opened once and has nothing that opens it now', { generation: 2 }, true],
  ['the first link opens what a person’s seats give', { personId: grantId }, true],
])('%s: whoever made it is noted then alone', (_, said, noted) => {
  const invitation = { key: 'k', until: new Date('2026-04-07T00:00:00Z'), by: giverId }
  const { state } = acceptInvitation(anAccount({ passwordHash: null, invitation, ...said }), accountId, 'chosen', now)
  expect(state.reopened).toEqual(noted ? { by: giverId, at: now } : undefined)
})

test('nobody makes a new link for his own account: what is noted of who opened it would be his', () => {
  const invitation = { key: 'k', until: new Date('2026-04-07T00:00:00Z') }
  expect(refusal(() => renewInvitation(anAccount(), giverId, invitation, { giver: administrator, today }))).toEqual([
    'INVITATION_IS_OWN',
    'accountId',
  ])
})

test('an account that is linked to a person is invited, renewed and closed by those alone who let others in everywhere', () => {
  const invitation = { key: 'k', until: new Date('2026-04-07T00:00:00Z') }
  const inviting = { accountId, name: 'chair', holder: '县科协主席', personId: grantId, grant: asked(), invitation }
  const linked = anAccount({ personId: grantId })
  const calls = (giver: typeof administrator) => [
    () => inviteAccount(inviting, { giver, today, now, path: TOWN, alone: true }),
    () => renewInvitation(linked, accountId, invitation, { giver, today }),
    () => closeAccount(linked, accountId, { giver, today }),
  ]
  for (const call of calls(secretaryOf('320205')))
    expect(refusal(call)).toEqual(['PERSON_LINK_NOT_YOURS', expect.stringMatching(/personId|accountId/)])
  for (const call of calls(administrator)) expect(refusal(call)).toBe('nothing')
})

describe('closing an account', () => {
  test('ends its grants and its invitation', () => {
    const { state, facts } = closeAccount(anAccount(), accountId, { giver: administrator, today })
    expect(state).toMatchObject({ closed: true, invitation: null, grants: [{ until: today }] })
    expect(facts.map(({ type }) => type)).toEqual(['membership.account-closed.v1'])
  })

  test('leaves the end of what was over before', () => {
    const over = anAccount({ grants: [held({ until: '2025-06-01' })] })
    expect(closeAccount(over, accountId, { giver: secretaryOf('320206'), today }).state.grants).toMatchObject([{ until: '2025-06-01' }])
  })

  test.each([
    ['one’s own', anAccount(), giverId, administrator, ['ACCOUNT_IS_OWN', 'accountId']],
    ['a closed one', anAccount({ closed: true }), accountId, administrator, ['ACCOUNT_CLOSED_ALREADY', 'accountId']],
    ['one with a grant beyond one’s own', anAccount(), accountId, secretaryOf('320206'), ['GRANT_BEYOND_OWN', 'accountId']],
  ])('is refused for %s', (_, account, id, giver, refused) => {
    expect(refusal(() => closeAccount(account, id, { giver, today }))).toEqual(refused)
  })
})

test('the roles of a day are those that hold then, each once', () => {
  const grants = [held(), held({ id: 'other' }), held({ role: 'ANALYST', until: today })]
  expect(rolesOn({ grants }, today)).toEqual(['TOWN_SECRETARY'])
  expect(rolesOn({ grants }, '2026-03-30')).toEqual(['TOWN_SECRETARY', 'ANALYST'])
})

test.each([
  ['东亭秘书', '东亭秘书'],
  ['Dong.Ting-1_a', 'dong.ting-1_a'],
])('the name %s is kept as %s', (said, kept) => {
  expect(accountName(said)).toBe(kept)
})
