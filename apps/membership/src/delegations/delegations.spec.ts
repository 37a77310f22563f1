import { isWithinReach, reachOf, type Grant, type PlacedJurisdiction } from '@sizhang/service-kit/rights'
import { addDays } from '@sizhang/service-kit/rules'
import type { Delegation } from '../accounts/account.domain'
import { giveGrant } from '../grants/grants.domain'
import { accountId, administrator, anAccount, area, asked, giverId, held, now, refusal, today, TOWN } from '../testing/accounts'
import { delegate, delegatedGrants, endDelegation, stateOf } from './delegations.domain'

const COUNTY = TOWN.slice(0, 2)
const delegationId = '00000000-0000-7000-8000-000000000009'
const own = held({ role: 'COUNTY_SECRETARY', within: area('320205'), path: COUNTY, until: null })
const around = { giver: { accountId: giverId, grants: [own], open: 0 }, today, now, path: TOWN }
const said = (more: Partial<Parameters<typeof delegate>[1]> = {}) => ({
  accountId,
  delegationId,
  role: 'COUNTY_SECRETARY',
  areaCode: '320205001',
  from: today,
  until: '2026-04-30',
  reason: 'AWAY' as const,
  ...more,
})
const delegation = (more: Partial<Delegation> = {}): Delegation => ({
  id: delegationId,
  role: 'COUNTY_SECRETARY',
  within: area('320205001'),
  path: TOWN,
  from: today,
  until: '2026-04-30',
  by: giverId,
  reason: 'AWAY',
  ...more,
})
const acting = anAccount({ grants: [] })

test('part of one’s own jurisdiction is delegated from a day to a day, and no grant comes of it', () => {
  const { state, facts } = delegate(acting, said(), around)
  expect(state).toMatchObject({ grants: [], delegations: [delegation()] })
  expect(facts).toMatchObject([{ type: 'membership.right-delegated.v1', data: { accountId, byAccountId: giverId, area: '320205001' } }])
})

test('what is delegated closes an open link: whoever has that could take it', () => {
  const linked = { ...acting, invitation: { key: 'k', until: new Date('2026-04-07T00:00:00Z') } }
  expect(delegate(linked, said(), around).state.invitation).toBeNull()
})

test.each([
  ['to oneself', acting, said({ accountId: giverId }), around, ['DELEGATION_TO_ONESELF', 'to']],
  ['to who has not opened the account', anAccount({ passwordHash: null }), said(), around, ['DELEGATE_UNKNOWN', 'to']],
  ['to a closed account', anAccount({ closed: true }), said(), around, ['DELEGATE_UNKNOWN', 'to']],
  ['from yesterday', acting, said({ from: addDays(today, -1) }), around, ['DELEGATION_BEFORE_TODAY', 'from']],
  ['for 91 days', acting, said({ until: addDays(today, 91) }), around, ['DELEGATION_TOO_LONG', 'until']],
  ['until its first day', acting, said({ until: today }), around, ['GRANT_ENDS_BEFORE_IT_STARTS', 'until']],
  ['of another role', acting, said({ role: 'ANALYST' }), around, ['DELEGATION_BEYOND_OWN', 'role']],
  [
    'in the next county',
    acting,
    said({ areaCode: '320206' }),
    { ...around, path: ['320200', '320206'] },
    ['DELEGATION_BEYOND_OWN', 'role'],
  ],
  [
    'beyond the end of one’s own',
    acting,
    said(),
    { ...around, giver: { ...around.giver, grants: [{ ...own, until: '2026-04-29' }] } },
    ['DELEGATION_BEYOND_OWN', 'role'],
  ],
  [
    'of what was delegated to oneself',
    acting,
    said(),
    { ...around, giver: { ...around.giver, grants: [{ ...own, delegated: true as const }] } },
    ['DELEGATION_BEYOND_OWN', 'role'],
  ],
  [
    'of what changes things to an auditor',
    anAccount({ grants: [held({ role: 'AUDITOR', within: { kind: 'EVERYWHERE' } })] }),
    said(),
    around,
    ['AUDITOR_STANDS_APART', 'role'],
  ],
])('nothing is delegated %s', (_, account, command, surroundings, refused) => {
  expect(refusal(() => delegate(account, command, surroundings))).toEqual(refused)
})

test('who may delegate nothing is not told whether there is such an account, nor what it is', () => {
  const others = { ...around, giver: { ...around.giver, grants: [] } }
  const auditor = anAccount({ grants: [held({ role: 'AUDITOR', within: { kind: 'EVERYWHERE' } })] })
  for (const account of [acting, auditor, anAccount({ closed: true }), anAccount({ passwordHash: null })])
    expect(refusal(() => delegate(account, said(), others))).toEqual(['DELEGATION_BEYOND_OWN', 'role'])
})

describe('of many delegations', () => {
  const OTHERS = '00000000-0000-7000-8000-000000000008'
  const times = (count: number, more: (place: number) => Partial<Delegation>) =>
    Array.from({ length: count }, (_, place) => delegation({ id: `d-${place}`, by: OTHERS, ...more(place) }))
  const delegating =
    (delegations: Delegation[], surroundings = around) =>
    () =>
      delegate(anAccount({ grants: [], delegations }), said(), surroundings)

  test.each([
    ['an account has twenty open ones', times(20, () => ({})), times(19, () => ({}))],
    ['one account has five open ones of another', times(5, () => ({ by: giverId })), times(4, () => ({ by: giverId }))],
  ])('%s at most', (_, most, fewer) => {
    expect(refusal(delegating(most))).toEqual(['DELEGATIONS_TOO_MANY', 'to'])
    expect(refusal(delegating(fewer))).toBe('nothing')
  })

  test('one account gives forty at most, to whomever', () => {
    const given = (open: number) => ({ ...around, giver: { ...around.giver, open } })
    expect(refusal(delegating([], given(40)))).toEqual(['DELEGATIONS_TOO_MANY', 'to'])
    expect(refusal(delegating([], given(39)))).toBe('nothing')
  })

  test('those that are over take nobody’s room, and the last twenty of them are kept: however often it is done, the account stays small', () => {
    const over = times(30, (place) => ({ until: addDays(today, place - 30), by: giverId }))
    const { delegations = [] } = delegating(over)().state
    expect(delegations.map(({ id }) => id)).toEqual([...over.slice(10).map(({ id }) => id), delegationId])
  })

  test('they take no room of grants: whoever delegates keeps nobody from being granted something', () => {
    const account = anAccount({ grants: [], delegations: times(20, () => ({})) })
    const grants = Array.from({ length: 39 }, () => held())
    const surroundings = { giver: administrator, today, now, path: TOWN, alone: true }
    expect(giveGrant({ ...account, grants }, asked(), surroundings).state.grants).toHaveLength(40)
  })
})

test('a delegation with the id of another is none: either would be ended in the place of the other', () => {
  const account = anAccount({ delegations: [delegation({ by: accountId })] })
  expect(refusal(() => delegate(account, said(), around))).toEqual(['IDEMPOTENCY_KEY_REUSED', 'commandId'])
})

test('ninety days are the most', () => {
  expect(delegate(acting, said({ until: addDays(today, 90) }), around).state.delegations).toHaveLength(1)
})

test('either of the two ends it, and nobody else', () => {
  const account = anAccount({ delegations: [delegation()] })
  const end = (callerId: string) => endDelegation(account, { accountId, delegationId }, { callerId, today })
  expect(end(giverId).state.delegations).toMatchObject([{ until: today }])
  expect(end(accountId).facts).toMatchObject([{ type: 'membership.delegation-ended.v1', data: { until: today } }])
  expect(refusal(() => end(delegationId))).toEqual(['NOT_FOUND', 'delegationId'])
  const over = () => endDelegation(end(giverId).state, { accountId, delegationId }, { callerId: giverId, today })
  expect(refusal(over)).toEqual(['DELEGATION_OVER', 'delegationId'])
})

test.each([
  ['as it is', [own], 'HOLDS'],
  ['its source ends before', [{ ...own, until: '2026-04-15' }], 'NARROWED'],
  [
    'its source is narrower',
    [held({ role: 'COUNTY_SECRETARY', within: area('320205001002'), path: [...TOWN, '320205001002'] })],
    'NARROWED',
  ],
  ['its source is over', [{ ...own, until: today }], 'EMPTY'],
  ['its source is gone', [], 'EMPTY'],
])('a delegation is told %s', (_, grants, state) => {
  expect(stateOf(delegation(), grants, today)).toBe(state)
  expect(stateOf(delegation({ from: '2026-04-01' }), grants, today)).toBe(state === 'HOLDS' ? 'TO_COME' : state)
  expect(stateOf(delegation({ until: today }), grants, today)).toBe('OVER')
})

test('what is delegated reaches just where and when both the delegation and its giver’s own grants do', () => {
  const paths = [['3202'], ['3202', '320205'], ['3202', '320205', '320205001'], ['3202', '320206']]
  const days = ['2026-03-01', today, '2026-04-15', '2026-05-01']
  const places: PlacedJurisdiction[] = [
    { within: { kind: 'EVERYWHERE' }, path: [] },
    ...paths.map((path) => ({ within: area(path.at(-1) ?? ''), path })),
    { within: { kind: 'UNIT', id: 'u' }, path: paths[2] ?? [] },
  ]
  const spans = days.flatMap((from) => [...days, null].filter((until) => until === null || from < until).map((until) => ({ from, until })))
  const records = [...paths.map((path) => ({ path, unitId: 'v' })), { path: paths[2] ?? [], unitId: 'u' }]
  const place = { areas: 'path', unit: 'unitId' }
  const reaches = (grants: readonly Grant[], on: string, record: object) => isWithinReach(reachOf(grants, 'units.write', on), place, record)
  let within = 0
  for (const source of places)
    for (const part of places)
      for (const span of spans) {
        const giver = [{ role: 'COUNTY_SECRETARY', ...source, ...span }]
        const said = delegation({ within: part.within, path: [...part.path], from: today, until: '2026-04-30' })
        for (const on of days)
          for (const record of records) {
            const expected = reaches(giver, on, record) && reaches([said], on, record)
            expect(reaches(delegatedGrants(said, giver), on, record)).toBe(expected)
            within += expected ? 1 : 0
          }
      }
  expect(within).toBeGreaterThan(200)
})

test('what is delegated lets nobody in, runs nothing, and approves no look at the numbers of a child', () => {
  const lent = delegatedGrants(delegation({ role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, path: [] }), [
    held({ role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, path: [], until: null }),
  ])
  expect(reachOf(lent, 'units.write', today).everywhere).toBe(true)
  for (const verb of ['accounts.write', 'operation.write', 'accesses.approve'] as const)
    expect(reachOf(lent, verb, today).everywhere).toBe(false)
})
