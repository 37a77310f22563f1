import { randomUUID } from 'node:crypto'
import { UnitRenamed, UnitRenamingWithdrawn } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aUnit, PATH } from '../testing/builders'
import type { Unit } from '../units/units.domain'
import { nameOn, namesOf, renameUnit, withdrawRenaming } from './renamings.domain'

const unitId = randomUUID()
const paper = '锡科协发〔2020〕1号'
const second = { name: '云林街道科协', from: '2020-05-01', paper }
const third = { name: '云林科协', from: '2024-01-01', paper }
const fact = { unitId, unitType: 'TOWN', area: '320205001', path: PATH }
const renaming = (said: object = {}) => ({ unitId, name: second.name, on: second.from, paper, ...said })

describe('a unit is renamed', () => {
  test('from a day on; the name it had stays with the days before', () => {
    given(aUnit())
      .when(renameUnit, renaming())
      .then(UnitRenamed.of({ ...fact, on: second.from }))
      .leaving({ renamings: [second] })
  })

  test('and again, back to a name of before', () => {
    given(aUnit({ renamings: [second] }))
      .when(renameUnit, renaming({ name: aUnit().name, on: '2024-01-01' }))
      .then(UnitRenamed.of({ ...fact, on: '2024-01-01' }))
      .leaving({ renamings: [second, { name: aUnit().name, from: '2024-01-01', paper }] })
  })

  const refused: [string, Partial<Unit>, object, string, string][] = [
    ['without a name', {}, { name: ' ' }, 'TEXT_TOO_SHORT', 'name'],
    ['without a document', {}, { paper: '' }, 'TEXT_TOO_SHORT', 'paper'],
    ['before it was founded', {}, { on: '2018-06-10' }, 'RENAMED_OUT_OF_FORCE', 'on'],
    ['on the day it was founded', {}, { on: '2018-06-11' }, 'RENAMED_OUT_OF_FORCE', 'on'],
    ['on the day it is dissolved', { until: '2020-05-01' }, {}, 'RENAMED_OUT_OF_FORCE', 'on'],
    ['on the day of the last renaming', { renamings: [second] }, { name: '别的名称' }, 'RENAMED_LATER_ALREADY', 'on'],
    ['before the last renaming', { renamings: [third] }, {}, 'RENAMED_LATER_ALREADY', 'on'],
    ['to the name it bears', {}, { name: aUnit().name }, 'NAME_BORNE_ALREADY', 'name'],
    ['to the name it bears since it was renamed', { renamings: [second] }, { on: '2024-01-01' }, 'NAME_BORNE_ALREADY', 'name'],
  ]
  test.each(refused)('not %s', (_, unit, said, code, field) => {
    given(aUnit(unit)).when(renameUnit, renaming(said)).rejects(code, { field })
  })
})

describe('a renaming is taken back', () => {
  test('the last one; those before stay', () => {
    given(aUnit({ renamings: [second, third] }))
      .when(withdrawRenaming, { unitId, from: third.from })
      .then(UnitRenamingWithdrawn.of({ ...fact, on: third.from }))
      .leaving({ renamings: [second] })
  })

  test.each([[[second, third]], [[third]], [[]]])('not one that others came after, or that there is not: %j', (renamings) => {
    given(aUnit({ renamings })).when(withdrawRenaming, { unitId, from: second.from }).rejects('NOT_THE_LAST_RENAMING', { field: 'from' })
  })
})

test('the names of a unit follow each other without gap, the last one as long as the unit', () => {
  const founded = { name: '东亭街道科协', from: '2018-06-11', until: '2020-05-01', paper: null }
  expect(namesOf(aUnit({ renamings: [second, third], until: '2026-01-01' }))).toEqual([
    founded,
    { ...second, until: '2024-01-01' },
    { ...third, until: '2026-01-01' },
  ])
  expect(namesOf(aUnit())).toEqual([{ ...founded, until: null }])
})

test.each([
  ['2018-01-01', '东亭街道科协'],
  ['2020-04-30', '东亭街道科协'],
  ['2020-05-01', '云林街道科协'],
  ['2023-12-31', '云林街道科协'],
  ['2024-01-01', '云林科协'],
])('on %s it is called %s', (on, name) => {
  expect(nameOn(aUnit({ renamings: [second, third] }), on)).toBe(name)
})
