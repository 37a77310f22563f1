import { createHash } from 'node:crypto'
import { GuardianConsented, GuardianWithdrew } from '@sizhang/contracts'
import { guardianTextOf } from '@sizhang/service-kit/personal-data'
import { addDays } from '@sizhang/service-kit/rules'
import { given } from '@sizhang/testing'
import {
  birthDateIn,
  bornOn,
  checkGuardianAgrees,
  correctedMinor,
  fourteenFrom,
  isMinor,
  minorOf,
  withdrawGuardianConsent,
  type Guardian,
  type Minor,
} from './minors.domain'

const personId = '00000000-0000-4000-8000-000000000001'
const today = '2026-03-31'
const guardian: Guardian = { name: 'sealed', phone: 'sealed', relation: 'PARENT', textVersion: 1, on: '2026-03-01' }

test('the birth date of an identity number is told without it, and what differs is refused', () => {
  expect(birthDateIn('320200201501010018')).toBe('2015-01-01')
  expect(bornOn('2015-01-01', '320200201501010018')).toBe('2015-01-01')
  expect([bornOn(null, '320200201501010018'), bornOn('2015-01-02', undefined), bornOn(undefined, undefined)]).toEqual([
    '2015-01-01',
    '2015-01-02',
    undefined,
  ])
  expect(() => bornOn('2015-01-02', '320200201501010018')).toThrow('BIRTH_DATE_WRONG')
})

describe('a child is fourteen from the day after the birthday on', () => {
  test.each([
    ['2012-03-31', '2026-04-01'],
    ['2012-02-29', '2026-03-01'],
    ['2014-02-28', '2028-02-29'],
    ['2012-12-31', '2027-01-01'],
  ])('born on %s, from %s', (born, from) => {
    expect(fourteenFrom(born)).toBe(from)
    const minor = { until: from, guardian }
    expect([isMinor({ minor }, addDays(from, -1)), isMinor({ minor }, from), isMinor({}, from)]).toEqual([true, false, false])
  })

  test('of each day on which one can be born, no later one is fourteen before an earlier one', () => {
    const wrong: string[] = []
    for (let born = '2008-01-01'; born < '2020-01-01'; born = addDays(born, 1))
      if (fourteenFrom(born) > fourteenFrom(addDays(born, 1)) || fourteenFrom(born).slice(0, 4) < String(Number(born.slice(0, 4)) + 14))
        wrong.push(born)
    expect(wrong).toEqual([])
  })
})

test('a text that guardians signed is never edited: another one gets the next version', () => {
  const seals = [1, 2].map((version) => {
    const text = guardianTextOf(version)
    return createHash('sha256').update(`${text?.zh}\n${text?.en}`).digest('hex').slice(0, 16)
  })
  expect(seals).toEqual(['09e0655297657b0d', 'a03c90449c4a2aeb'])
})

describe('of a child under fourteen', () => {
  const born = '2015-01-01'

  test('the day and the guardian who agreed are kept, and the fact says neither', () => {
    expect(minorOf(personId, { bornOn: born, guardian }, today)).toEqual({
      minor: { until: '2029-01-02', guardian },
      facts: [GuardianConsented.of({ personId, textVersion: 1, on: '2026-03-01' })],
    })
  })

  test.each([
    ['GUARDIAN_MISSING', { bornOn: born }],
    ['GUARDIAN_MISSING', { bornOn: '2012-03-31' }],
    ['BIRTH_DATE_WRONG', { bornOn: '2026-04-01', guardian }],
    ['CONSENT_TEXT_OTHER', { bornOn: born, guardian: { ...guardian, textVersion: 99 } }],
    ['CONSENT_DAY_WRONG', { bornOn: born, guardian: { ...guardian, on: '2026-04-01' } }],
    ['CONSENT_DAY_WRONG', { bornOn: born, guardian: { ...guardian, on: '2025-12-31' } }],
    ['GUARDIAN_NOT_NEEDED', { bornOn: '2012-03-30', guardian }],
    ['GUARDIAN_NOT_NEEDED', { guardian }],
  ])('%s: nothing is kept without the rest being right', (code, said) => {
    expect(() => minorOf(personId, said, today)).toThrow(code)
  })

  test('nothing is asked of who is fourteen, or of whose age nothing is known', () => {
    expect([minorOf(personId, { bornOn: '2012-03-30' }, today), minorOf(personId, {}, today)]).toEqual([undefined, undefined])
  })
})

describe('a guardian', () => {
  const child: { _id: string; minor?: Minor } = { _id: personId, minor: { until: '2029-01-02', guardian } }
  const withdrawn = { until: '2029-01-02', guardian, withdrawnOn: today }

  test('agrees no more from today on, once; the proof that he did stays', () => {
    given(child)
      .when(withdrawGuardianConsent, today)
      .then(GuardianWithdrew.of({ personId, on: today }))
      .leaving({ minor: withdrawn })
    for (const minor of [withdrawn, { ...withdrawn, guardian: null }, { until: today, guardian }])
      given<typeof child>({ _id: personId, minor }).when(withdrawGuardianConsent, today).rejects('GUARDIAN_NOT_AGREED')
  })

  test('has to agree before anybody looks at the child; who is fourteen decides himself', () => {
    const isUsed = (minor?: Minor) => {
      try {
        checkGuardianAgrees({ minor }, today)
        return true
      } catch (error) {
        expect(error).toMatchObject({ code: 'GUARDIAN_NOT_AGREED' })
        return false
      }
    }
    expect([child.minor, undefined, { until: today, guardian: null }].map(isUsed)).toEqual([true, true, true])
    expect([withdrawn, { until: '2029-01-02', guardian: null }].map(isUsed)).toEqual([false, false])
  })

  test('agrees anew by a paper of afterwards, not by the one of before', () => {
    expect(() => correctedMinor(personId, withdrawn, { guardian }, today)).toThrow('CONSENT_DAY_WRONG')
    const anew = { ...guardian, on: today }
    expect(correctedMinor(personId, withdrawn, { guardian: anew }, today).minor).toEqual({ until: '2029-01-02', guardian: anew })
  })
})
