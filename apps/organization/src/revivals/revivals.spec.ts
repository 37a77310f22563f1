import { randomUUID } from 'node:crypto'
import { UnitRevived } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aUnit, PATH } from '../testing/builders'
import { dissolveUnit, type Unit } from '../units/units.domain'
import { endedAbove, parentsAgain, reviveUnit, type RevivalSurroundings } from './revivals.domain'

const [unitId, founder, secondId, laterId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const paper = '锡科协发〔2025〕3号'
const on = '2025-01-01'
const county = (said: Partial<Unit> = {}) =>
  aUnit({ unitType: 'COUNTY', areaCode: '320205', path: PATH.slice(0, 2), covers: ['320205'], from: '2010-01-01', ...said })
const dissolved = (said: Partial<Unit> = {}) => aUnit({ until: on, dissolveReason: '撤并', ...said })
const revive = { unitId, paper }
const around = (above: Record<string, Unit> = {}, successor: RevivalSurroundings['successor'] = null) => ({
  above: new Map(Object.entries(above)),
  successor,
})
const fact = UnitRevived.of({ unitId, unitType: 'TOWN', area: '320205001', path: PATH, on })

describe('a dissolution is taken back', () => {
  test('as if it had never been; why it had been, and the paper, stay with the unit', () => {
    given(dissolved())
      .when(reviveUnit, revive, around())
      .then(fact)
      .leaving({ until: null, dissolveReason: null, revivals: [{ dissolvedOn: on, reason: '撤并', paper }] })
    const nothing = { unitsBelow: 0, seatsHeld: 0, employersCovered: 0 }
    const { revivals, ...rest } = reviveUnit(dissolveUnit(aUnit(), { unitId, on, reason: '撤并' }, nothing).state, revive, around()).state
    expect([rest, revivals?.length]).toEqual([aUnit(), 1])
  })

  test('also one that is still to come, and a second one, which is noted behind the first', () => {
    const first = { dissolvedOn: '2020-01-01', reason: '误撤', paper }
    const state = reviveUnit(dissolved({ until: '2099-01-01', revivals: [first] }), revive, around()).state
    expect(state.revivals).toEqual([first, { dissolvedOn: '2099-01-01', reason: '撤并', paper }])
  })

  test('not of a unit that is not dissolved', () => {
    given(aUnit()).when(reviveUnit, revive, around()).rejects('UNIT_NOT_DISSOLVED', { field: 'unitId', value: unitId })
  })

  test('not of one that was merged; who goes on for it is named to whoever may see it', () => {
    const merged = dissolved({ mergedInto: secondId })
    const refused = (successor: RevivalSurroundings['successor'], details: object) =>
      given(merged)
        .when(reviveUnit, revive, around({}, successor))
        .rejects('UNIT_GOES_ON_MERGED', { field: 'unitId', on, ...details })
    refused({ id: secondId, name: '安镇街道科协' }, { value: secondId, name: '安镇街道科协' })
    refused(null, { value: null, name: '—' })
  })

  test('not without the paper that it rests on', () => {
    given(dissolved())
      .when(reviveUnit, { ...revive, paper: ' ' }, around())
      .rejects('TEXT_TOO_SHORT', { field: 'paper' })
  })
})

describe('what it would stand under again has to go on as long as it', () => {
  const under = (said: Partial<Unit> = {}) => dissolved({ parentId: founder, ...said })

  test('it does', () => {
    given(under())
      .when(reviveUnit, revive, around({ [founder]: county() }))
      .then(fact)
      .leaving({ until: null, parentId: founder })
  })

  test.each([
    ['ended before that day', { until: '2024-12-31' }, '2024-12-31'],
    ['ended on that day', { until: on }, on],
    ['ended since', { until: '2025-06-01' }, '2025-06-01'],
    ['is to end', { until: '2099-01-01' }, '2099-01-01'],
  ])('it %s', (_, end, value) => {
    given(under())
      .when(reviveUnit, revive, around({ [founder]: county(end) }))
      .rejects('REVIVED_UNDER_ENDED_UNIT', { field: 'unitId', value })
  })

  test('what it stood under before the day of its end is asked for nothing', () => {
    const moved = under({ moves: [{ parentId: secondId, from: '2022-01-01', paper }] })
    given(moved)
      .when(reviveUnit, revive, around({ [founder]: county({ until: '2022-01-01' }), [secondId]: county() }))
      .then(fact)
  })

  test('with the move that was still to come when it ended, which comes back, too', () => {
    const unit = under({ moves: [{ parentId: laterId, from: '2025-03-01', paper }] })
    expect(parentsAgain(unit)).toEqual([
      { parentId: founder, from: on, until: '2025-03-01', paper: null },
      { parentId: laterId, from: '2025-03-01', until: null, paper },
    ])
    const above = { [founder]: county({ until: '2025-03-01' }), [laterId]: county() }
    given(unit).when(reviveUnit, revive, around(above)).then(fact)
    const ended = around({ ...above, [laterId]: county({ until: '2025-03-02' }) })
    given(unit).when(reviveUnit, revive, ended).rejects('REVIVED_UNDER_ENDED_UNIT', { value: '2025-03-02' })
    expect(endedAbove(unit, ended.above)).toMatchObject({ parentId: laterId })
    const short = around({ ...above, [founder]: county({ until: '2025-02-28' }) })
    given(unit).when(reviveUnit, revive, short).rejects('REVIVED_UNDER_ENDED_UNIT', { value: '2025-02-28' })
  })

  test('a unit in force has nothing that it would stand under again', () => {
    expect(parentsAgain(aUnit({ parentId: founder }))).toEqual([])
  })
})
