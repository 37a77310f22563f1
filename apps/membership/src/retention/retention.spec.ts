import { everywhere } from '@sizhang/service-kit/rights'
import { addDays, addMonths } from '@sizhang/service-kit/rules'
import type { Account } from '../accounts/account.domain'
import { closeUnopened, keptSince, lastActiveOn, startOf, untilNextRun } from './retention.domain'

const HOUR = 3_600_000
const accountId = '00000000-0000-4000-8000-000000000001'

describe('what is kept for some months goes on the day after they are over', () => {
  test.each([
    ['2026-03-31', 36, '2023-03-31'],
    ['2026-03-31', 1, '2026-03-01'],
    ['2025-02-28', 12, '2024-02-28'],
    ['2025-03-01', 12, '2024-03-01'],
    ['2024-02-29', 12, '2023-03-01'],
    ['2026-01-01', 3, '2025-10-01'],
  ])('on %s, of %i months, all since %s is kept', (today, months, since) => {
    expect(keptSince(today, months)).toBe(since)
  })

  test('on each day of eight years, for each term: kept is just what has not been kept for its months yet', () => {
    const wrong: string[] = []
    for (let today = '2023-01-01'; today < '2031-01-01'; today = addDays(today, 1))
      for (const months of [1, 3, 12, 36, 48]) {
        const since = keptSince(today, months)
        if (addMonths(since, months) < today) wrong.push(`${today}: ${since} is kept beyond its ${months} months`)
        if (addMonths(addDays(since, -1), months) >= today) wrong.push(`${today}: the day before ${since} goes before its ${months} months`)
      }
    expect(wrong).toEqual([])
  })

  test('a day begins at midnight in Shanghai', () => {
    expect(startOf('2026-03-31')).toEqual(new Date('2026-03-30T16:00:00Z'))
  })
})

test('the work is done at three in the night in Shanghai, wherever the machine stands', () => {
  const at = (text: string) => untilNextRun(new Date(text)) / HOUR
  expect([at('2026-03-30T19:00:00Z'), at('2026-03-30T18:30:00Z'), at('2026-03-30T16:00:00Z')]).toEqual([24, 0.5, 3])
})

describe('somebody was last active', () => {
  const today = '2026-03-31'
  test.each([
    ['when he was registered, without any post', '2020-01-01', [], '2020-01-01'],
    [
      'on the last day of his posts and home jobs',
      '2020-01-01',
      [
        ['2019-01-01', '2024-06-01'],
        ['2021-01-01', '2023-01-01'],
      ],
      '2024-06-01',
    ],
    ['today, while a home job goes on', '2020-01-01', [['2019-01-01', null]], today],
    ['today, while a post lasts beyond it', '2020-01-01', [['2019-01-01', '2027-01-01']], today],
    ['when he was registered, where his posts were over before', '2024-01-01', [['2019-01-01', '2020-01-01']], '2024-01-01'],
  ] as [string, string, [string, string | null][], string][])('%s', (_, registeredOn, held, last) => {
    const intervals = held.map(([from, until]) => ({ from, until }))
    expect(lastActiveOn(registeredOn, intervals, today)).toBe(last)
  })
})

describe('an account that nobody opened', () => {
  const before = startOf('2026-01-01')
  const account: Account = {
    name: 'ouyang.shi',
    holder: '河埒街道科协 欧阳石',
    personId: null,
    passwordHash: null,
    mustChangePassword: false,
    invitation: { key: 'hash', until: new Date('2025-12-01T00:00:00Z') },
    grants: [{ ...everywhere('CITY_ADMINISTRATOR'), id: accountId, path: [], givenBy: 'admin' }],
    closed: false,
  }

  test('is closed and loses its names, and is nobody who could confirm a grant', () => {
    const { state, facts } = closeUnopened(account, accountId, before)
    expect([state.closed, state.holder, state.name, state.invitation]).toEqual([true, '', accountId, null])
    expect([state.grants, state.delegations]).toEqual([[], []])
    expect(facts.map(({ type }) => type)).toEqual(['membership.account-closed.v1'])
  })

  test.each([
    ['was opened', { passwordHash: 'hash', invitation: null }],
    ['was opened by the identity provider, and has a new link', { identity: { key: 'hash', since: before } }],
    ['was closed', { closed: true }],
    ['was invited anew', { invitation: { key: 'other', until: before } }],
    ['has no open invitation', { invitation: null }],
  ])('stays as it is when it %s meanwhile', (_, said) => {
    const known = { ...account, ...said }
    expect(closeUnopened(known, accountId, before)).toEqual({ state: known, facts: [] })
  })
})
