import { randomUUID } from 'node:crypto'
import { CongressPostponed } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aBody, aTerm, PATH } from '../testing/builders'
import { dueOn, overdueDays, postponeCongress, termOn, termState } from './terms.domain'

const bodyId = randomUUID()

test('a term runs from its first day to the day before its end', () => {
  const term = aTerm()
  const known = aBody([term])
  expect(['2021-05-31', '2021-06-01', '2026-05-31', '2026-06-01'].map((day) => termOn(known, day))).toEqual([
    undefined,
    term,
    term,
    undefined,
  ])
})

test('a term is overdue from its end until a later one begins', () => {
  const [term, next] = [aTerm(), aTerm({ number: 4, from: '2026-07-01', until: '2031-07-01' })]
  const days = (body: ReturnType<typeof aBody>) =>
    ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((day) => overdueDays(body, term, day))
  expect(days(aBody([term]))).toEqual([0, 0, 29, 30])
  expect(days(aBody([term, next]))).toEqual([0, 0, 29, 0])
  expect(overdueDays(aBody([term, aTerm({ number: 4, from: term.until, until: '2031-06-01' })]), term, '2026-07-01')).toBe(0)
})

test('the clock warns six and three months ahead, and then says that the term is overdue', () => {
  const days = ['2025-11-30', '2025-12-01', '2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01']
  expect(days.map((day) => termState(aTerm(), day))).toEqual([
    ...['RUNNING', 'DUE_IN_6_MONTHS', 'DUE_IN_6_MONTHS', 'DUE_IN_3_MONTHS', 'DUE_IN_3_MONTHS', 'OVERDUE'],
  ])
})

describe('the congress is put off', () => {
  const postpone = { bodyId, term: 3, until: '2026-12-01', paper: '锡委发〔2026〕5号' }

  test('by a paper: the term ends as it was agreed, and is overdue from the new day on', () => {
    const known = aBody([aTerm()])
    const { unitId } = known
    given(known)
      .when(postponeCongress, postpone)
      .then(
        CongressPostponed.of({
          ...{ bodyId, unitId, unitType: 'TOWN', serves: 'TOWN', path: PATH },
          ...{ term: 3, termUntil: '2026-06-01', until: '2026-12-01' },
        }),
      )
    const { state } = postponeCongress(known, postpone)
    const term = state.terms[0] ?? aTerm()
    expect(term).toMatchObject({ until: '2026-06-01', postponed: { until: '2026-12-01', paper: '锡委发〔2026〕5号' } })
    expect([dueOn(term), termState(term, '2026-06-01'), termState(term, '2026-12-01')]).toEqual(['2026-12-01', 'POSTPONED', 'OVERDUE'])
    expect(['2026-11-30', '2026-12-01', '2026-12-02'].map((day) => overdueDays(state, term, day))).toEqual([0, 0, 1])
  })

  test('again only to a later day, a year after the end at most', () => {
    const once = postponeCongress(aBody([aTerm()]), postpone).state
    given(once).when(postponeCongress, postpone).rejects('CONGRESS_POSTPONED_TO_EARLIER', { field: 'until', due: '2026-12-01' })
    expect(postponeCongress(once, { ...postpone, until: '2027-06-01' }).state.terms[0]?.postponed?.until).toBe('2027-06-01')
    given(once)
      .when(postponeCongress, { ...postpone, until: '2027-06-02' })
      .rejects('CONGRESS_POSTPONED_TOO_LONG', { field: 'until', latest: '2027-06-01' })
  })

  test('to a day after the end, of a term that there is, by a paper, and not when the next one is opened', () => {
    const known = aBody([aTerm()])
    given(known)
      .when(postponeCongress, { ...postpone, until: '2026-06-01' })
      .rejects('CONGRESS_POSTPONED_TO_EARLIER', { field: 'until' })
    given(known)
      .when(postponeCongress, { ...postpone, term: 4 })
      .rejects('TERM_UNKNOWN', { field: 'term', value: 4 })
    given(known)
      .when(postponeCongress, { ...postpone, paper: ' ' })
      .rejects('TEXT_TOO_SHORT', { field: 'paper' })
    given(aBody([aTerm(), aTerm({ number: 4, from: '2026-06-01', until: '2031-06-01' })]))
      .when(postponeCongress, postpone)
      .rejects('CONGRESS_HELD_ALREADY', { field: 'term', next: 4 })
  })
})
