import { randomUUID } from 'node:crypto'
import { EmployerCovered, EmployerCoverEnded } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { anEmployer, aUnit, PATH } from '../testing/builders'
import { unitTypes } from '../units/unit-types.domain'
import { coverEmployer, coverOn, eachOnce, endEmployerCover, type CoverEmployer } from './covered-employers.domain'

const [coverId, employerId, unitId] = [randomUUID(), randomUUID(), randomUUID()]
const command: CoverEmployer = { coverId, employerId, unitId, from: '2024-01-01' }
const firms = aUnit({ unitType: 'ENTERPRISE', mode: 'JOINT_BY_AREA', covers: [] })
const cover = {
  id: coverId,
  unitId,
  unitType: 'ENTERPRISE',
  mode: 'JOINT_BY_AREA',
  from: '2024-01-01',
  until: null,
  endReason: null,
} as const
const place = { kind: 'tech-firm', level: 'TOWN', area: '320205001', path: PATH } as const
const fact = { employerId, coverId, ...place, unitId, unitType: 'ENTERPRISE', mode: 'JOINT_BY_AREA', from: '2024-01-01' } as const

describe('a unit covers an employer', () => {
  test('from a day on, and the fact says how the unit was founded', () => {
    given(anEmployer())
      .when(coverEmployer, command, firms)
      .then(EmployerCovered.of({ ...fact, until: null }))
      .leaving({ covers: [cover] })
  })

  test('to the end of the unit, where that is known', () => {
    const decision = coverEmployer(anEmployer(), command, { ...firms, until: '2026-01-01' })
    expect(decision.facts[0]?.data).toMatchObject({ until: '2026-01-01' })
    expect(decision.state.covers).toEqual([{ ...cover, until: '2026-01-01' }])
  })

  test('again from the day on which an earlier cover ended', () => {
    const { covers } = coverEmployer(anEmployer({ covers: [{ ...cover, id: 'earlier', until: '2024-01-01' }] }), command, firms).state
    expect(covers).toHaveLength(2)
  })

  test('but never one that is covered on that day', () => {
    given(anEmployer({ covers: [{ ...cover, until: '2024-01-02' }] }))
      .when(coverEmployer, command, firms)
      .rejects('EMPLOYER_COVERED_ALREADY', { field: 'employerIds', value: employerId, employer: '红豆集团', since: '2024-01-01' })
  })

  test('nor one that is to be covered later: the two would meet', () => {
    given(anEmployer({ covers: [{ ...cover, from: '2025-01-01' }] }))
      .when(coverEmployer, command, firms)
      .rejects('EMPLOYER_COVERED_ALREADY', { since: '2025-01-01' })
  })

  test.each(['2018-06-10', '2026-01-01'])('while it is in force, so not from %s', (from) => {
    given(anEmployer())
      .when(coverEmployer, { ...command, from }, { ...firms, until: '2026-01-01' })
      .rejects('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  })

  test.each(['TOWN', 'VILLAGE', 'SOCIETY', 'GROUP'])('but a %s covers none: its type says so', (unitType) => {
    given(anEmployer())
      .when(coverEmployer, command, { ...firms, unitType })
      .rejects('UNIT_TYPE_COVERS_NO_EMPLOYERS', { field: 'unitId', type: unitType })
  })

  test('of a firm, school, hospital, park, tower or farmers’ association', () => {
    const covering = unitTypes()
      .filter(({ coversEmployers }) => coversEmployers)
      .map(({ code }) => code)
    expect(covering).toEqual(expect.arrayContaining(['ENTERPRISE', 'SCHOOL', 'HOSPITAL', 'PARK', 'BUILDING', 'RTA']))
  })
})

describe('a cover ends', () => {
  const end = { employerId, coverId, on: '2025-01-01', reason: '单独组建' }

  test('on a day, and its reason stays inside', () => {
    given(anEmployer({ covers: [cover] }))
      .when(endEmployerCover, end)
      .then(EmployerCoverEnded.of({ ...fact, until: '2025-01-01' }))
      .leaving({ covers: [{ ...cover, until: '2025-01-01', endReason: '单独组建' }] })
  })

  test('on its first day, which takes it back', () => {
    given(anEmployer({ covers: [cover] }))
      .when(endEmployerCover, { ...end, on: '2024-01-01' })
      .then(EmployerCoverEnded.of({ ...fact, until: '2024-01-01' }))
      .leaving({ covers: [] })
  })

  test('not before its first day', () => {
    given(anEmployer({ covers: [cover] }))
      .when(endEmployerCover, { ...end, on: '2023-12-31' })
      .rejects('COVER_ENDS_BEFORE_IT_STARTS', { field: 'on', value: '2023-12-31', from: '2024-01-01' })
  })

  test('earlier than it would have, never later', () => {
    const ending = anEmployer({ covers: [{ ...cover, until: '2025-06-01' }] })
    expect(endEmployerCover(ending, end).state.covers?.[0]?.until).toBe('2025-01-01')
    given(ending)
      .when(endEmployerCover, { ...end, on: '2025-06-01' })
      .rejects('COVER_ENDED_ALREADY', { field: 'coverId', until: '2025-06-01' })
  })

  test('not without a reason, and not where there is none', () => {
    given(anEmployer({ covers: [cover] }))
      .when(endEmployerCover, { ...end, reason: ' ' })
      .rejects('TEXT_TOO_SHORT', { field: 'reason' })
    given(anEmployer()).when(endEmployerCover, end).rejects('NOT_FOUND', { field: 'coverId', value: coverId })
  })
})

test('of several covers the one that lasts on the day counts', () => {
  const covers = [
    { ...cover, until: '2025-01-01' },
    { ...cover, id: 'next', from: '2025-01-01' },
  ]
  const ids = ['2023-12-31', '2024-12-31', '2025-01-01'].map((on) => coverOn({ covers }, on)?.id)
  expect(ids).toEqual([undefined, coverId, 'next'])
})

test('a command names 1 to 20 employers, each counted once', () => {
  expect(eachOnce(['a', 'b', 'a'])).toEqual(['a', 'b'])
  const many = Array.from({ length: 21 }, (_, place) => String(place))
  expect(eachOnce(many.slice(1))).toHaveLength(20)
  for (const ids of [[], many]) expect(() => eachOnce(ids)).toThrow('EMPLOYERS_OUT_OF_RANGE')
})

describe('a cover that is noted when it is over', () => {
  const ended = { on: '2025-01-01', reason: '单独组建' }

  test('has its end and the reason from the first', () => {
    given(anEmployer())
      .when(coverEmployer, { ...command, ended }, firms)
      .then(EmployerCovered.of({ ...fact, until: '2025-01-01' }))
      .leaving({ covers: [{ ...cover, until: '2025-01-01', endReason: '单独组建' }] })
  })

  test('stands before one that began later', () => {
    const later = { ...cover, id: 'later', from: '2025-01-01' }
    expect(coverEmployer(anEmployer({ covers: [later] }), { ...command, ended }, firms).state.covers).toHaveLength(2)
  })

  test.each([
    ['2024-01-01', 'COVER_LASTS_NO_DAY'],
    ['2026-01-02', 'COVER_OUTLASTS_UNIT'],
  ] as const)('does not end on %s', (on, code) => {
    given(anEmployer())
      .when(coverEmployer, { ...command, ended: { ...ended, on } }, { ...firms, until: '2026-01-01' })
      .rejects(code, { field: 'until', value: on })
  })

  test('says why, unless it ended with its unit', () => {
    given(anEmployer())
      .when(coverEmployer, { ...command, ended: { ...ended, reason: '' } }, firms)
      .rejects('TEXT_TOO_SHORT', { field: 'reason' })
    const unit = { ...firms, until: '2025-01-01' }
    expect(coverEmployer(anEmployer(), { ...command, ended: { ...ended, reason: '' } }, unit).state.covers).toMatchObject([
      { endReason: null },
    ])
  })
})
