import { LookApproved } from '@sizhang/contracts'
import { usualBases } from '@sizhang/service-kit/personal-data'
import type { Rejected } from '@sizhang/service-kit/rules'
import { given } from '@sizhang/testing'
import type { LegalBasis } from '../consents/consents.domain'
import { approveLook, askToLook, checkLookAllowed, showNumbers, shownUntil, type Access } from './accesses.domain'

const personId = '00000000-0000-4000-8000-000000000001'
const accessId = '00000000-0000-4000-8000-000000000002'
const said = { personId, fields: ['PHONE'], purpose: 'CONTACT_ABOUT_POST', reason: ' 通知换届会议 ' } as const
const at = new Date('2026-03-31T01:00:00Z')
const look = { accountId: 'clerk', personId, at }
const clerk = { accountId: 'clerk', personId, needsApproval: false }
const ofChild = { ...clerk, needsApproval: true }
const looked = { accountId: 'clerk', at, path: ['320200', '320205'] }

test('a look says who, when, at what, what for and why; the fact says nothing in words', () => {
  const { state, facts } = showNumbers(accessId, said, looked)
  expect(state).toEqual({ ...looked, personId, fields: ['PHONE'], purpose: 'CONTACT_ABOUT_POST', reason: '通知换届会议' })
  expect(facts.map(({ data }) => data)).toEqual([{ accessId, personId, fields: ['PHONE'], purpose: 'CONTACT_ABOUT_POST' }])
})

test('a number that is asked for twice is shown once', () => {
  const { state } = showNumbers(accessId, { ...said, fields: ['PHONE', 'IDENTITY_NUMBER', 'PHONE'] }, looked)
  expect(state.fields).toEqual(['PHONE', 'IDENTITY_NUMBER'])
})

test.each([
  ['ACCESS_FIELDS_NONE', { ...said, fields: [] }],
  ['TEXT_TOO_SHORT', { ...said, reason: '  ab ' }],
  ['TEXT_TOO_LONG', { ...said, reason: '长'.repeat(201) }],
])('%s: nobody looks without saying at what and why', (code, command) => {
  expect(() => showNumbers(accessId, command, looked)).toThrow(code)
})

test('a recorded look is good for five minutes, to the millisecond', () => {
  expect(shownUntil(look, clerk, new Date('2026-03-31T01:04:59.999Z'))).toEqual(new Date('2026-03-31T01:05:00Z'))
  expect(() => shownUntil(look, clerk, new Date('2026-03-31T01:05:00Z'))).toThrow('ACCESS_OVER')
})

test('a recorded look is good for who looked, and for the one who was looked at: for nobody else', () => {
  for (const other of [{ accountId: 'another' }, { personId: accessId }])
    expect(() => shownUntil(look, { ...clerk, ...other }, at)).toThrow('IDEMPOTENCY_KEY_REUSED')
})

test('a look that nobody had to approve is over once the person turns out to be a child', () => {
  expect(() => shownUntil(look, ofChild, at)).toThrow('ACCESS_OVER')
})

describe('a look at a child under fourteen', () => {
  const asked: Access & { _id: string } = {
    _id: accessId,
    ...askToLook(accessId, { ...said, fields: ['PHONE', 'GUARDIAN_PHONE', 'PHONE'] }, looked).state,
  }
  const later = new Date(at.getTime() + 60_000)

  test('waits for a second person, and says nothing in words meanwhile', () => {
    expect(asked).toMatchObject({ fields: ['PHONE', 'GUARDIAN_PHONE'], approved: null, at })
    expect(shownUntil(asked, ofChild, later)).toEqual(new Date('2026-04-01T01:00:00Z'))
    expect(() => askToLook(accessId, { ...said, fields: [] }, looked)).toThrow('ACCESS_FIELDS_NONE')
  })

  test('is good for five minutes from the approval on', () => {
    given(asked)
      .when(approveLook, 'second', later)
      .then(LookApproved.of({ accessId, personId }))
      .leaving({ approved: { by: 'second', at: later } })
    const approved = { ...asked, approved: { by: 'second', at: later } }
    expect(shownUntil(approved, ofChild, later)).toEqual(new Date('2026-03-31T01:06:00Z'))
    expect(() => shownUntil(approved, ofChild, new Date('2026-03-31T01:06:00Z'))).toThrow('ACCESS_OVER')
    given(approved).when(approveLook, 'third', later).rejects('LOOK_DECIDED')
  })

  test('is approved by nobody for himself, not after a day, and not where it needs none', () => {
    given(asked).when(approveLook, 'clerk', later).rejects('LOOK_OWN')
    given(asked).when(approveLook, 'second', new Date('2026-04-01T01:00:00Z')).rejects('LOOK_REQUEST_OVER')
    given({ _id: accessId, ...showNumbers(accessId, said, looked).state })
      .when(approveLook, 'second', later)
      .rejects('LOOK_DECIDED')
  })
})

test('a guardian is looked at of a child alone', () => {
  expect(showNumbers(accessId, { ...said, fields: ['PHONE', 'GUARDIAN_PHONE'] }, looked).state.fields).toEqual(['PHONE'])
  expect(() => showNumbers(accessId, { ...said, fields: ['GUARDIAN_PHONE'] }, looked)).toThrow('ACCESS_FIELDS_NONE')
})

describe('a look shows what its purpose needs, as far as the person consents to that', () => {
  const consent = (purpose: 'CONTACT' | 'ACTIVITY_PARTICIPATION'): LegalBasis => {
    const on = '2026-03-01'
    return { purpose, kind: 'CONSENT', textVersion: 1, on, means: 'SIGNED_PAPER', withdrawnOn: null }
  }
  const seen = (...legalBases: LegalBasis[]) =>
    PURPOSES.flatMap((purpose) =>
      (['PHONE', 'IDENTITY_NUMBER'] as const).flatMap((field) => {
        const look = () => checkLookAllowed({ legalBases }, { purpose, fields: [field] }, { bases: usualBases, language: 'zh' })
        return isAllowed(look) ? [`${purpose} ${field}`] : []
      }),
    )
  const isAllowed = (look: () => void) => {
    try {
      look()
      return true
    } catch (error) {
      expect(['ACCESS_FIELD_NOT_NEEDED', 'CONSENT_MISSING']).toContain((error as Rejected).code)
      return false
    }
  }
  const PURPOSES = ['CONTACT_ABOUT_POST', 'VERIFY_IDENTITY', 'ACTIVITY_REGISTRATION', 'REQUEST_OF_PERSON'] as const
  const ALWAYS = ['VERIFY_IDENTITY IDENTITY_NUMBER', 'REQUEST_OF_PERSON PHONE', 'REQUEST_OF_PERSON IDENTITY_NUMBER']
  const REGISTERED = 'ACTIVITY_REGISTRATION IDENTITY_NUMBER'

  test('without consent, nobody sees the phone of who does not ask for it himself', () => {
    expect(seen().sort()).toEqual([...ALWAYS].sort())
    expect(seen(consent('ACTIVITY_PARTICIPATION')).sort()).toEqual([...ALWAYS, REGISTERED].sort())
  })

  test('with it, each number for what it is needed for', () => {
    const called = 'CONTACT_ABOUT_POST PHONE'
    expect(seen(consent('CONTACT')).sort()).toEqual([...ALWAYS, called].sort())
    const all = [...ALWAYS, called, REGISTERED, 'ACTIVITY_REGISTRATION PHONE']
    expect(seen(consent('CONTACT'), consent('ACTIVITY_PARTICIPATION')).sort()).toEqual(all.sort())
  })
})
