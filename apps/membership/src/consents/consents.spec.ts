import { createHash } from 'node:crypto'
import { ConsentGiven, ConsentWithdrawn } from '@sizhang/contracts'
import { purposes, usualBases } from '@sizhang/service-kit/personal-data'
import { given } from '@sizhang/testing'
import {
  basesOfRegistration,
  canHaveBeenShown,
  checkMayProcess,
  giveConsent,
  mayProcess,
  withdrawConsent,
  type LegalBasis,
} from './consents.domain'

const _id = '00000000-0000-4000-8000-000000000001'
const today = '2026-03-31'
const processing = { bases: usualBases, today, language: 'zh' } as const
const paper = { purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-03-01' } as const
const agreed: LegalBasis = { ...paper, kind: 'CONSENT', withdrawnOn: null }
const person = (...legalBases: LegalBasis[]): { _id: string; legalBases?: LegalBasis[] } => ({ _id, legalBases })
const nobody: { _id: string; legalBases?: LegalBasis[] } = { _id }
const agreeing = person(agreed)

describe('what rests on consent is done once the person agrees', () => {
  test('not before, not after, and what rests on another basis at any time', () => {
    const withdrawn = person({ ...agreed, withdrawnOn: today })
    expect([nobody, agreeing, withdrawn].map((person) => mayProcess(person, 'CONTACT', usualBases))).toEqual([false, true, false])
    expect([nobody, withdrawn].map((person) => mayProcess(person, 'MEMBERSHIP_AND_POSTS', usualBases))).toEqual([true, true])
    expect(() => checkMayProcess(withdrawn, 'CONTACT', processing)).toThrow('CONSENT_MISSING')
  })

  test('what an installation rests on consent needs it, though another basis was told before', () => {
    const told = person({ ...agreed, kind: 'CONTRACT' })
    expect(mayProcess(told, 'CONTACT', usualBases)).toBe(false)
    expect(mayProcess(told, 'CONTACT', { ...usualBases, CONTACT: 'STATUTORY_DUTY' })).toBe(true)
  })
})

describe('a person who is registered', () => {
  test('is told on what the rest is done, and agrees to what he agrees to', () => {
    const { legalBases, facts } = basesOfRegistration(_id, [paper], processing)
    const told = { purpose: 'MEMBERSHIP_AND_POSTS', kind: 'CONTRACT', textVersion: 1, on: today, means: null, withdrawnOn: null }
    expect(legalBases).toEqual([told, agreed])
    expect(facts).toEqual([ConsentGiven.of({ personId: _id, ...paper })])
  })

  test('agrees to nothing twice, and the refusal says which', () => {
    expect(() => basesOfRegistration(_id, [paper, paper], processing)).toThrow(
      expect.objectContaining({ code: 'CONSENT_GIVEN_ALREADY', details: expect.objectContaining({ field: 'consents.1.purpose' }) }),
    )
  })
})

describe('a consent', () => {
  test('is given to a text, in a way, on a day; the fact says that and no word of the person', () => {
    given(nobody)
      .when(giveConsent, paper, processing)
      .then(ConsentGiven.of({ personId: _id, ...paper }))
      .leaving({ legalBases: [agreed] })
  })

  test.each([
    ['CONSENT_NOT_ASKED', { purpose: 'MEMBERSHIP_AND_POSTS' }, 'purpose'],
    ['CONSENT_TEXT_OTHER', { textVersion: 99 }, 'textVersion'],
    ['CONSENT_DAY_WRONG', { on: '2026-04-01' }, 'on'],
    ['CONSENT_DAY_WRONG', { on: '2025-12-31' }, 'on'],
  ] as const)('%s: not like %j', (code, said, field) => {
    given(nobody)
      .when(giveConsent, { ...paper, ...said }, processing)
      .rejects(code, { field })
  })

  test('is given on a screen to the present text alone; a paper may bear an earlier one, and none that is yet to come', () => {
    const shown = (means: 'ON_SCREEN' | 'SIGNED_PAPER') => [1, 2, 3].filter((version) => canHaveBeenShown(version, means, 2))
    expect([shown('ON_SCREEN'), shown('SIGNED_PAPER')]).toEqual([[2], [1, 2]])
  })

  test('that holds is not given again, but of a text that is newer than the one agreed to', () => {
    given(agreeing).when(giveConsent, paper, processing).rejects('CONSENT_GIVEN_ALREADY', { on: '2026-03-01' })
    const before = person({ ...agreed, textVersion: 0 })
    given(before)
      .when(giveConsent, paper, processing)
      .then(ConsentGiven.of({ personId: _id, ...paper }))
      .leaving({ legalBases: [agreed] })
  })

  test('is withdrawn from today on, once, and may be given again: not by the paper of before', () => {
    const withdrawn = person({ ...agreed, withdrawnOn: today })
    given(agreeing)
      .when(withdrawConsent, 'CONTACT', processing)
      .then(ConsentWithdrawn.of({ personId: _id, purpose: 'CONTACT', on: today }))
      .leaving(withdrawn)
    given(withdrawn).when(withdrawConsent, 'CONTACT', processing).rejects('CONSENT_NONE', { value: 'CONTACT' })
    given(withdrawn).when(giveConsent, paper, processing).rejects('CONSENT_DAY_WRONG', { field: 'on', from: today })
    const anew = { ...paper, on: today }
    given(withdrawn)
      .when(giveConsent, anew, processing)
      .then(ConsentGiven.of({ personId: _id, ...anew }))
      .leaving(person({ ...agreed, on: today }))
  })

  test('is not what the rest is done on: that goes on, and the refusal says so', () => {
    given(agreeing).when(withdrawConsent, 'MEMBERSHIP_AND_POSTS', processing).rejects('CONSENT_NOT_ASKED', { purpose: '会员和任职管理' })
  })
})

test('a text that people agreed to is never edited: another one gets the next version', () => {
  const seals = Object.entries(purposes).flatMap(([code, { texts }]) =>
    texts.map(({ version, zh, en }) => [`${code} ${version}`, createHash('sha256').update(`${zh}\n${en}`).digest('hex').slice(0, 16)]),
  )
  expect(Object.fromEntries(seals)).toMatchObject({
    'MEMBERSHIP_AND_POSTS 1': '21c3caa5728ffcc7',
    'CONTACT 1': '60f192eba6d9906e',
    'CONTACT 2': '7861cc092bfced94',
    'ACTIVITY_PARTICIPATION 1': '2b875e61a2ec2612',
  })
})
