import { randomUUID } from 'node:crypto'
import { PilotDesignated, PilotDesignationEnded } from '@sizhang/contracts'
import { everywhere } from '@sizhang/service-kit/rights'
import { given } from '@sizhang/testing'
import { aDesignation, aUnit, PATH } from '../testing/builders'
import { unitTypeOf } from '../units/unit-types.domain'
import { designationOn, isPilotFrom } from './designations.domain'
import { departmentsConcerned, grantsToFollow, pilotCategories, pilotDepartmentOf } from './pilot-catalogue.domain'
import { changePilotDesignation, designatePilot, endPilotDesignation, type DesignatePilot } from './pilots.domain'

const unitId = randomUUID()
const place = { unitId, unitType: 'TOWN', area: '320205001', path: PATH }
const [pilotId, nextId] = [randomUUID(), randomUUID()]
const enteredAt = '2018-06-12T01:00:00.000Z'
const paper = '锡科协发〔2018〕61号'
const command: DesignatePilot = { unitId, pilotId, category: 'subdistrict', from: '2018-06-11', paper, enteredAt }

describe('the catalogue', () => {
  test('has the twelve categories of the annex, in its order', () => {
    expect(pilotCategories.map(({ code }) => code).join(' ')).toBe(
      'county district town subdistrict enterprise school hospital village community development-zone park farmers-association',
    )
  })

  test('names departments and types of unit that there are', () => {
    for (const { code, department, unitTypes } of pilotCategories) {
      expect([code, pilotDepartmentOf(department)?.code]).toEqual([code, department])
      expect(unitTypes.map((type) => unitTypeOf(type)?.code)).toEqual(unitTypes)
    }
  })
})

describe('a unit becomes a pilot', () => {
  test('followed by the department of its category; the paper stays inside', () => {
    given(aUnit())
      .when(designatePilot, command)
      .then(
        PilotDesignated.of({ ...place, pilotId, category: 'subdistrict', department: 'GENERAL_OFFICE', from: '2018-06-11', until: null }),
      )
      .leaving({ designations: [expect.objectContaining({ id: pilotId, paper })] })
  })

  test('or by another one that is said', () => {
    expect(designatePilot(aUnit(), { ...command, department: 'SOCIETIES' }).state.designations?.[0]?.department).toBe('SOCIETIES')
  })

  const refused: [string, Partial<DesignatePilot>, string, string, unknown][] = [
    ['of a category of the catalogue', { category: 'guild' }, 'PILOT_CATEGORY_UNKNOWN', 'category', 'guild'],
    ['of a category that fits its type', { category: 'school' }, 'PILOT_CATEGORY_NOT_FOR_TYPE', 'category', 'school'],
    ['followed by a department that there is', { department: 'TREASURY' }, 'PILOT_DEPARTMENT_UNKNOWN', 'department', 'TREASURY'],
    ['for a day at least', { until: '2018-06-11' }, 'PILOT_ENDS_BEFORE_IT_STARTS', 'until', '2018-06-11'],
    ['not before it is in force', { from: '2018-06-10' }, 'UNIT_NOT_IN_FORCE', 'from', '2018-06-10'],
    ['by a paper', { paper: ' ' }, 'TEXT_TOO_SHORT', 'paper', ' '],
  ]
  test.each(refused)('%s', (_, said, code, field, value) => {
    given(aUnit())
      .when(designatePilot, { ...command, ...said })
      .rejects(code, { field, value })
  })

  test('no longer than the unit is in force', () => {
    const ending = aUnit({ until: '2025-01-01' })
    for (const until of [null, '2025-01-02'])
      given(ending)
        .when(designatePilot, { ...command, until })
        .rejects('UNIT_NOT_IN_FORCE', { field: 'until' })
    expect(designatePilot(ending, { ...command, until: '2025-01-01' }).state.designations).toHaveLength(1)
  })

  test('of one category at a time, also of the same one, and again from the day on which that ends', () => {
    const pilot = aUnit({ designations: [aDesignation({ until: '2021-01-01' })] })
    given(pilot)
      .when(designatePilot, { ...command, from: '2020-12-31' })
      .rejects('PILOT_ALREADY', { field: 'from', value: '2020-12-31', since: '2018-06-11' })
    expect(designatePilot(pilot, { ...command, from: '2021-01-01' }).state.designations).toHaveLength(2)
  })

  test('where one that ended on its first day never was', () => {
    const unit = aUnit({ designations: [aDesignation({ from: '2019-01-01', until: '2019-01-01' })] })
    expect(designatePilot(unit, command).state.designations?.map(({ from }) => from)).toEqual(['2018-06-11', '2019-01-01'])
    expect(isPilotFrom(unit, '2018-06-11')).toBe(false)
  })
})

describe('a pilot changes', () => {
  const current = aDesignation({ id: pilotId, until: '2021-01-01' })
  const change = { unitId, pilotId, nextId, category: 'town', from: '2019-01-01', paper: '锡科协发〔2019〕1号', enteredAt }
  const pilot = aUnit({ designations: [current] })

  test('its category on a day: one designation ends and the next begins, up to the same end', () => {
    const told = { ...place, department: 'GENERAL_OFFICE' }
    given(pilot)
      .when(changePilotDesignation, change)
      .then(
        PilotDesignationEnded.of({ ...told, pilotId, category: 'subdistrict', from: '2018-06-11', until: '2019-01-01' }),
        PilotDesignated.of({ ...told, pilotId: nextId, category: 'town', from: '2019-01-01', until: '2021-01-01' }),
      )
    const { state } = changePilotDesignation(pilot, change)
    expect(['2018-12-31', '2019-01-01'].map((on) => designationOn(state, on)?.category)).toEqual(['subdistrict', 'town'])
  })

  test('its department alone, which then stays with the category', () => {
    const { state } = changePilotDesignation(pilot, { ...change, category: null, department: 'SOCIETIES' })
    expect(designationOn(state, '2019-01-01')).toMatchObject({ category: 'subdistrict', department: 'SOCIETIES' })
    const again = changePilotDesignation(state, { ...change, pilotId: nextId, nextId: randomUUID(), from: '2020-01-01' })
    expect(designationOn(again.state, '2020-01-01')).toMatchObject({ category: 'town', department: 'GENERAL_OFFICE' })
  })

  test('not to what it is', () => {
    given(pilot)
      .when(changePilotDesignation, { ...change, category: 'subdistrict' })
      .rejects('PILOT_UNCHANGED')
  })

  test.each(['2018-06-10', '2021-01-01'])('not on %s, when it is not in force', (from) => {
    given(pilot)
      .when(changePilotDesignation, { ...change, from })
      .rejects('PILOT_NOT_IN_FORCE', { field: 'from', value: from })
  })
})

describe('a pilot ends', () => {
  const pilot = aUnit({ designations: [aDesignation({ id: pilotId, until: '2021-01-01' })] })
  const end = { unitId, pilotId, on: '2020-01-01', reason: '任务完成' }

  test('on a day; the reason stays inside', () => {
    const told = { ...place, pilotId, category: 'subdistrict', department: 'GENERAL_OFFICE' }
    given(pilot)
      .when(endPilotDesignation, end)
      .then(PilotDesignationEnded.of({ ...told, from: '2018-06-11', until: '2020-01-01' }))
      .leaving({ designations: [expect.objectContaining({ endReason: '任务完成' })] })
  })

  test('not before its first day, and never later than it was to', () => {
    given(pilot)
      .when(endPilotDesignation, { ...end, on: '2018-06-10' })
      .rejects('PILOT_ENDS_BEFORE_IT_STARTS', { field: 'on', value: '2018-06-10', from: '2018-06-11' })
    given(pilot)
      .when(endPilotDesignation, { ...end, on: '2021-01-01' })
      .rejects('PILOT_ENDED_ALREADY', { field: 'on', value: '2021-01-01' })
  })

  test('if there is such a pilot', () => {
    given(pilot)
      .when(endPilotDesignation, { ...end, pilotId: nextId })
      .rejects('NOT_FOUND', { field: 'pilotId', value: nextId })
  })

  test('so that its unit may be dissolved from that day on', () => {
    const { state } = endPilotDesignation(pilot, end)
    expect(['2019-12-31', '2020-01-01'].map((day) => isPilotFrom(state, day))).toEqual([true, false])
  })
})

describe('an officer of a department', () => {
  const officer = everywhere('SOCIETIES_OFFICER')

  test('writes what concerns that department alone', () => {
    expect(grantsToFollow([officer], departmentsConcerned({ category: 'school' }))).toEqual([officer])
    expect(grantsToFollow([officer], departmentsConcerned({ category: 'town' }))).toEqual([])
  })

  test('does not take a pilot of another department’s category by naming the own one', () => {
    expect(grantsToFollow([officer], departmentsConcerned({ category: 'town', department: 'SOCIETIES' }))).toEqual([])
    expect(grantsToFollow([officer], departmentsConcerned({ category: 'school', department: 'INTERNATIONAL' }))).toEqual([])
  })

  test('keeps what other roles give', () => {
    const administrator = everywhere('CITY_ADMINISTRATOR')
    expect(grantsToFollow([officer, administrator], departmentsConcerned({ category: 'town' }))).toEqual([administrator])
  })
})
