import type { Account } from '../accounts/account.domain'
import { correctPerson, type Person } from '../persons/persons.domain'
import { askForErasure, declineErasure, eraseAccount, erasedPerson, erasePerson, postsInTheWay } from './erasures.domain'
import { everywhere } from '@sizhang/service-kit/rights'

const _id = '00000000-0000-4000-8000-000000000001'
const accountId = '00000000-0000-4000-8000-000000000002'
const today = '2026-03-31'
const job = { employerId: _id, title: 'hospital-head', department: 'health', packVersion: '2026.1', head: 'HOSPITAL_HEAD' }
const homeJobs: Person['homeJobs'] = [{ ...job, countsAt: ['TOWN'], path: ['320200'], from: '2020-01-01', until: null }]
const registeredOn = '2026-01-01'
const basis = { purpose: 'CONTACT', kind: 'CONSENT', textVersion: 1, on: '2026-01-01', means: 'SIGNED_PAPER', withdrawnOn: null } as const
const legalBases = [basis]
const phone = { sealed: 'sealed', index: 'index' }
const person = {
  _id,
  name: '欧阳石',
  phone,
  identityNumber: phone,
  homeJobs,
  registeredOn,
  legalBases,
  erasureRequest: { on: '2026-03-01', declined: null },
}
const held = (from: string, until: string) => ({ from, until })

test('name, numbers, their index and consents go; home jobs stay for the figures', () => {
  const { state, facts } = erasePerson(person, 'PURPOSE_MET', { posts: [held('2020-01-01', today)], today })
  expect(state).toEqual({
    name: '',
    phone: null,
    identityNumber: null,
    homeJobs,
    registeredOn,
    erased: { on: today, ground: 'PURPOSE_MET' },
  })
  expect(facts).toMatchObject([{ type: 'membership.person-erased.v1', data: { personId: _id, ground: 'PURPOSE_MET', on: today } }])
})

test('who holds a post today or from a day to come is not erased; one that ended today is no obstacle', () => {
  const posts = [held('2020-01-01', today), held('2025-01-01', '2026-04-01'), held('2027-01-01', '2028-01-01')]
  expect(postsInTheWay(posts, today)).toEqual(posts.slice(1))
  expect(() => erasePerson(person, 'PURPOSE_MET', { posts, today })).toThrow('PERSON_HOLDS_POST')
})

test('who was erased is not erased, corrected or asked for again', () => {
  const erased = { _id, ...erasedPerson(person, 'OTHER_LAW', today).state }
  const none = { today, employer: null, title: null, words: { title: '', kind: '', allowed: '' } }
  expect(() => erasePerson(erased, 'OTHER_LAW', { posts: [], today })).toThrow('PERSON_ERASED')
  expect(() => correctPerson(erased, { name: '欧阳石' }, none)).toThrow('PERSON_ERASED')
  expect(() => askForErasure(erased, today)).toThrow('PERSON_ERASED')
})

test('a request waits until an officer says why not; then the person may ask again', () => {
  const asked = {
    ...person,
    ...askForErasure({ ...person, erasureRequest: { on: '2026-01-01', declined: { on: '2026-02-01', reason: '仍在任' } } }, today).state,
  }
  expect(asked.erasureRequest).toEqual({ on: today, declined: null })
  expect(() => askForErasure(asked, today)).toThrow('ERASURE_ASKED_ALREADY')
  const declined = { _id, ...declineErasure(asked, ' 任期未满 ', '2026-04-01').state }
  expect(declined.erasureRequest).toEqual({ on: today, declined: { on: '2026-04-01', reason: '任期未满' } })
  expect(() => declineErasure(declined, '任期未满', today)).toThrow('ERASURE_NOT_ASKED')
  expect(() => declineErasure(asked, '不', today)).toThrow('TEXT_TOO_SHORT')
})

describe('the account of an erased person', () => {
  const account: Account = {
    name: 'ouyang.shi',
    holder: '河埒街道科协 欧阳石',
    personId: _id,
    passwordHash: 'hash',
    mustChangePassword: false,
    invitation: null,
    grants: [],
    closed: false,
  }
  const identity = { key: 'who it is at the provider', since: new Date('2026-03-01T08:00:00Z') }
  const by = (role: string, id = 'officer') => ({ giver: { accountId: id, grants: [everywhere(role)] }, today })

  test('is closed and loses its names and its link to the identity provider', () => {
    const { state, facts } = eraseAccount({ ...account, identity }, accountId, by('CITY_ADMINISTRATOR'))
    expect(state).toEqual({ ...account, name: accountId, holder: '', passwordHash: null, delegations: [], proposals: [], closed: true })
    expect(facts.map(({ type }) => type)).toEqual(['membership.account-closed.v1'])
  })

  test('that was closed before loses its names without a second fact', () => {
    const { state, facts } = eraseAccount({ ...account, identity, closed: true }, accountId, by('CITY_ADMINISTRATOR'))
    expect([state.name, state.holder, state.identity, facts]).toEqual([accountId, '', undefined, []])
  })

  test('is closed by those alone who may close it, and by nobody for himself', () => {
    const county = {
      giver: { accountId: 'county', grants: [{ ...everywhere('COUNTY_SECRETARY'), within: { kind: 'AREA', code: '320205' } as const }] },
      today,
    }
    expect(() => eraseAccount(account, accountId, county)).toThrow('PERSON_LINK_NOT_YOURS')
    expect(() => eraseAccount(account, accountId, by('CITY_ADMINISTRATOR', accountId))).toThrow('ACCOUNT_IS_OWN')
  })
})
