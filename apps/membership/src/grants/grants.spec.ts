import { everywhere } from '@sizhang/service-kit/rights'
import type { Account } from '../accounts/account.domain'
import {
  accountId,
  administrator,
  anAccount,
  asked,
  giverId,
  grantId,
  held,
  now,
  refusal,
  secretaryOf,
  today,
  TOWN,
} from '../testing/accounts'
import { endGrant, giveGrant } from './grants.domain'

describe('a grant', () => {
  test('is added to those before', () => {
    const { state } = giveGrant(anAccount(), asked({ role: 'ANALYST', areaCode: null, until: null }), {
      giver: administrator,
      today,
      now,
      path: [],
      alone: true,
    })
    expect(state.grants).toHaveLength(2)
    expect(state.grants[1]).toMatchObject({ role: 'ANALYST', within: { kind: 'EVERYWHERE' }, until: null, givenBy: giverId })
  })

  test.each([
    [
      'for a unit whose id is none',
      asked({ areaCode: null, unitId: '320205001', role: 'UNIT_CLERK' }),
      { giver: administrator, path: TOWN },
      ['JURISDICTION_UNKNOWN', 'unitId'],
    ],
    ['for an area that is not known', asked(), { giver: administrator, path: null }, ['JURISDICTION_UNKNOWN', 'areaCode']],
    ['for an area and a unit', asked({ unitId: accountId }), { giver: administrator, path: TOWN }, ['JURISDICTION_TWICE', 'unitId']],
    ['of a secretary everywhere', asked({ areaCode: null }), { giver: administrator, path: [] }, ['JURISDICTION_NOT_FOR_ROLE', 'role']],
    ['of a clerk for an area', asked({ role: 'UNIT_CLERK' }), { giver: administrator, path: TOWN }, ['JURISDICTION_NOT_FOR_ROLE', 'role']],
    ['that ends on its first day', asked({ until: today }), { giver: administrator, path: TOWN }, ['GRANT_ENDS_BEFORE_IT_STARTS', 'until']],
    ['beyond what the giver has', asked(), { giver: secretaryOf('320206'), path: TOWN }, ['GRANT_BEYOND_OWN', 'role']],
    ['longer than the giver has it', asked({ until: null }), { giver: secretaryOf('320205'), path: TOWN }, ['GRANT_BEYOND_OWN', 'role']],
  ])('%s is refused', (_, said, around, refused) => {
    expect(refusal(() => giveGrant(anAccount(), said, { today, now, alone: true, ...around }))).toEqual(refused)
  })

  test('waits until the invitation is accepted, and closes a link that is open later: whoever has that could take it', () => {
    const giving = (account: Account) => giveGrant(account, asked(), { giver: administrator, today, now, path: TOWN, alone: true })
    expect(refusal(() => giving(anAccount({ passwordHash: null })))).toEqual(['ACCOUNT_NOT_OPENED', 'accountId'])
    const renewed = anAccount({ invitation: { key: 'k', until: new Date('2026-04-07T00:00:00Z') } })
    expect(giving(renewed).state.invitation).toBeNull()
  })

  test('is one of forty at most', () => {
    const many = anAccount({ grants: Array.from({ length: 40 }, () => held()) })
    expect(refusal(() => giveGrant(many, asked(), { giver: administrator, today, now, path: TOWN, alone: true }))).toEqual([
      'GRANTS_TOO_MANY',
      'accountId',
    ])
  })

  test('ends at once, or on a day to come', () => {
    const at = (on: string) => endGrant(anAccount(), { accountId, grantId, on }, { giver: secretaryOf('320205'), today }).state.grants[0]
    expect(at(today)).toMatchObject({ until: today })
    expect(at('2026-06-01')).toMatchObject({ until: '2026-06-01' })
  })

  test.each([
    ['yesterday', '2026-03-30', ['GRANT_END_OUTSIDE_IT', 'on']],
    ['on the day of its end', '2026-12-31', ['GRANT_END_OUTSIDE_IT', 'on']],
  ])('does not end %s', (_, on, refused) => {
    expect(refusal(() => endGrant(anAccount(), { accountId, grantId, on }, { giver: administrator, today }))).toEqual(refused)
  })

  test('is ended by whoever could have given it, and by nobody else', () => {
    const ending = { accountId, grantId, on: today }
    expect(refusal(() => endGrant(anAccount(), ending, { giver: secretaryOf('320206'), today }))).toEqual(['GRANT_BEYOND_OWN', 'accountId'])
    expect(refusal(() => endGrant(anAccount(), { ...ending, grantId: giverId }, { giver: administrator, today }))).toEqual([
      'NOT_FOUND',
      'grantId',
    ])
  })

  test('of administration is not ended by the one who has it', () => {
    const own = anAccount({ grants: [held({ role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, path: [], until: null })] })
    const ending = { accountId: giverId, grantId, on: today }
    expect(refusal(() => endGrant(own, ending, { giver: administrator, today }))).toEqual(['OWN_ADMINISTRATION', 'grantId'])
    expect(refusal(() => endGrant(own, { ...ending, accountId }, { giver: administrator, today }))).toBe('nothing')
    const forADay = { accountId: giverId, grants: [{ ...everywhere('CITY_ADMINISTRATOR'), until: '2026-04-01' }] }
    expect(refusal(() => endGrant(own, { ...ending, accountId }, { giver: forADay, today }))).toEqual(['GRANT_BEYOND_OWN', 'accountId'])
  })
})

describe('an auditor', () => {
  const auditor = asked({ role: 'AUDITOR', areaCode: null, until: null })
  const giving = (account: Account, said = auditor) => giveGrant(account, said, { giver: administrator, today, now, path: [], alone: true })

  test('is appointed by an administrator, who may not see the audit himself', () => {
    expect(giving(anAccount({ grants: [] })).state.grants).toMatchObject([{ role: 'AUDITOR' }])
  })

  test.each([
    ['a secretary', anAccount(), auditor],
    ['one who becomes a secretary later', anAccount({ grants: [held({ from: '2026-12-01' })] }), auditor],
    [
      'an auditor, made an operator',
      anAccount({ grants: [held({ role: 'AUDITOR', within: { kind: 'EVERYWHERE' } })] }),
      asked({ role: 'OPERATOR', areaCode: null }),
    ],
  ])('is nobody who changes things himself: %s', (_, account, said) => {
    expect(refusal(() => giving(account, said))).toEqual(['AUDITOR_STANDS_APART', 'role'])
  })

  test('is whoever was a secretary once and is none any more', () => {
    expect(giving(anAccount({ grants: [held({ until: today })] })).state.grants).toHaveLength(2)
  })
})
