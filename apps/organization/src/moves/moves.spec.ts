import { randomUUID } from 'node:crypto'
import { UnitMoved, UnitMoveWithdrawn } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aUnit, PATH } from '../testing/builders'
import type { Unit } from '../units/units.domain'
import { moveUnit, parentOn, parentsOf, standsUnderFrom, withdrawMove } from './moves.domain'

const [unitId, founder, countyId, thirdId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const paper = '锡科协发〔2020〕2号'
const county = aUnit({ unitType: 'COUNTY', areaCode: '320205', path: PATH.slice(0, 2), covers: ['320205'], from: '2010-01-01' })
const second = { parentId: countyId, from: '2020-05-01', paper }
const third = { parentId: thirdId, from: '2024-01-01', paper }
const town = (said: Partial<Unit> = {}) => aUnit({ parentId: founder, ...said })
const firm = (said: Partial<Unit> = {}) => town({ unitType: 'ENTERPRISE', areaCode: null, covers: [], ...said })
const move = (said: object = {}) => ({ unitId, parentId: countyId, on: second.from, paper, ...said })
const fact = { unitId, unitType: 'TOWN', area: '320205001', path: PATH }

describe('a unit is put under another one', () => {
  test('from a day on; what it stood under stays with the days before', () => {
    given(town())
      .when(moveUnit, move(), county)
      .then(UnitMoved.of({ ...fact, parentId: countyId, on: second.from }))
      .leaving({ parentId: founder, moves: [second] })
  })

  test('and again; also one that stood under nothing, from its first day', () => {
    given(town({ moves: [second] }))
      .when(moveUnit, move({ parentId: thirdId, on: third.from }), county)
      .then(UnitMoved.of({ ...fact, parentId: thirdId, on: third.from }))
      .leaving({ moves: [second, third] })
    const filled = moveUnit(town({ parentId: null }), move({ on: '2018-06-11' }), county).state
    expect(parentsOf(filled)).toEqual([{ ...second, from: '2018-06-11', until: null }])
  })

  test('a firm’s association, which has no area, stays where it lies: under what lies around it', () => {
    given(firm())
      .when(moveUnit, move(), county)
      .then(UnitMoved.of({ ...fact, unitType: 'ENTERPRISE', area: null, parentId: countyId, on: second.from }))
      .leaving({ path: PATH })
  })

  test('or under what covers the place, wherever that is seated', () => {
    const neighbour = aUnit({ areaCode: '320205002', path: [...PATH.slice(0, 2), '320205002'], covers: ['320205002', '320205001'] })
    expect(moveUnit(firm(), move(), neighbour).state.path).toEqual(PATH)
    given(firm())
      .when(moveUnit, move(), { ...neighbour, covers: ['320205002'] })
      .rejects('MOVE_LEAVES_PLACE', { field: 'parentId', value: countyId, place: '320205001' })
  })

  test('one that ends with what it stands under may stand under it', () => {
    const ending = { ...county, until: '2026-01-01' }
    expect(moveUnit(town({ until: '2026-01-01' }), move(), ending).state.moves).toEqual([second])
  })

  const refused: [string, Partial<Unit>, object, Unit | null, string, string][] = [
    ['without a document', {}, { paper: ' ' }, county, 'TEXT_TOO_SHORT', 'paper'],
    ['before it was founded', {}, { on: '2018-06-10' }, county, 'MOVED_OUT_OF_FORCE', 'on'],
    ['on the day it is dissolved', { until: '2020-05-01' }, {}, county, 'MOVED_OUT_OF_FORCE', 'on'],
    ['on the day of its last move', { moves: [second] }, { parentId: thirdId }, county, 'MOVED_LATER_ALREADY', 'on'],
    ['before its last move', { moves: [third] }, {}, county, 'MOVED_LATER_ALREADY', 'on'],
    ['to where it stands', { parentId: countyId }, {}, county, 'STANDS_THERE_ALREADY', 'parentId'],
    ['under one that there is not', {}, {}, null, 'PARENT_UNKNOWN', 'parentId'],
    ['under one without an id', {}, { parentId: '' }, null, 'PARENT_UNKNOWN', 'parentId'],
    ['under a type that may not hold it', {}, {}, aUnit({ unitType: 'ENTERPRISE' }), 'PARENT_TYPE_NOT_ALLOWED', 'parentId'],
    ['under itself', {}, { parentId: unitId }, town(), 'PARENT_TYPE_NOT_ALLOWED', 'parentId'],
    ['under what stands below it', {}, {}, aUnit({ unitType: 'VILLAGE' }), 'PARENT_TYPE_NOT_ALLOWED', 'parentId'],
    ['under one that begins later', {}, {}, { ...county, from: '2020-05-02' }, 'PARENT_NOT_IN_FORCE', 'on'],
    ['under one that has ended', {}, {}, { ...county, until: '2020-05-01' }, 'PARENT_NOT_IN_FORCE', 'on'],
    ['under one that is to end', {}, {}, { ...county, until: '2030-01-01' }, 'PARENT_ENDS_BEFORE', 'parentId'],
    ['under one that ends before it', { until: '2030-01-02' }, {}, { ...county, until: '2030-01-01' }, 'PARENT_ENDS_BEFORE', 'parentId'],
  ]
  test.each(refused)('not %s', (_, unit, said, parent, code, field) => {
    given(town(unit)).when(moveUnit, move(said), parent).rejects(code, { field })
  })
})

describe('a move is taken back', () => {
  test('the last one; those before stay', () => {
    given(town({ moves: [second, third] }))
      .when(withdrawMove, { unitId, from: third.from }, county)
      .then(UnitMoveWithdrawn.of({ ...fact, parentId: countyId, on: third.from }))
      .leaving({ moves: [second] })
    expect(withdrawMove(town({ parentId: null, moves: [second] }), { unitId, from: second.from }, null).state.moves).toEqual([])
  })

  test.each([[[second, third]], [[third]], [[]]])('not one that others came after, or that there is not: %j', (moves) => {
    given(town({ moves })).when(withdrawMove, { unitId, from: second.from }, county).rejects('NOT_THE_LAST_MOVE', { field: 'from' })
  })

  test('not when what it stood under before has ended or is to end', () => {
    const back = { unitId, from: second.from }
    for (const [until, code] of [
      ['2020-05-01', 'PARENT_NOT_IN_FORCE'],
      ['2025-01-01', 'PARENT_ENDS_BEFORE'],
    ] as const)
      given(town({ moves: [second] }))
        .when(withdrawMove, back, { ...county, until })
        .rejects(code)
  })
})

test('what a unit stood under follows each other without gap, and ends with the unit', () => {
  expect(parentsOf(town({ moves: [second, third], until: '2026-01-01' }))).toEqual([
    { parentId: founder, from: '2018-06-11', until: '2020-05-01', paper: null },
    { ...second, until: '2024-01-01' },
    { ...third, until: '2026-01-01' },
  ])
  expect(parentsOf(town({ moves: [second, third], until: '2023-01-01' })).at(-1)).toEqual({ ...second, until: '2023-01-01' })
})

test.each([
  ['2018-01-01', founder],
  ['2020-04-30', founder],
  ['2020-05-01', countyId],
  ['2023-12-31', countyId],
  ['2024-01-01', thirdId],
])('on %s it stands under %s', (on, parentId) => {
  expect(parentOn(town({ moves: [second, third] }), on)).toBe(parentId)
})

test('a unit stands under another as long as no move takes it away, and while it is in force', () => {
  const unit = town({ moves: [second, third], until: '2026-01-01' })
  const days = (parentId: string, ...on: string[]) => on.map((day) => standsUnderFrom(unit, parentId, day))
  expect(days(founder, '2018-01-01', '2020-04-30', '2020-05-01')).toEqual([true, true, false])
  expect(days(countyId, '2018-01-01', '2023-12-31', '2024-01-01')).toEqual([true, true, false])
  expect(days(thirdId, '2018-01-01', '2025-12-31', '2026-01-01')).toEqual([true, true, false])
})
