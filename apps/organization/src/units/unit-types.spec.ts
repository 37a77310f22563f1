import type { DeclaredUnitType } from '@sizhang/packs'
import { bodyKindsOf } from '../bodies/body-kinds.domain'
import { usualSeats } from '../bodies/seat-templates.domain'
import { foundingKindOf } from '../foundings/founding-kinds.domain'
import { builtInTypeOf, joinUnitTypes, takeUnitTypes, typesLike, unitTypeOf, unitTypes } from './unit-types.domain'

/** A type as a pack declares it. */
const aType = (code: string, like: string, parents: string[]): DeclaredUnitType => ({
  ...{ code, like, parents, texts: { zh: { name: `类型 ${code}` }, en: { name: `Type ${code}` } } },
  declared: { folder: 'packs/own', field: 'unitTypes[0]' },
})

/** The rules that declared types break, with field and value. */
const problems = (...declared: DeclaredUnitType[]) => joinUnitTypes(declared).problems.map(({ rule, field, value }) => [rule, field, value])

const parentsOf = (code: string, ...declared: DeclaredUnitType[]) =>
  joinUnitTypes(declared).types.find((type) => type.code === code)?.allowedParents

test('what may stand under what goes one way: no type stands under itself, at any depth, so no move can make a circle', () => {
  const above = new Map(unitTypes().map(({ code, allowedParents }) => [code, allowedParents]))
  const climb = (code: string, below: string[]): string[][] => {
    if (below.includes(code)) return [[...below, code]]
    return (above.get(code) ?? []).flatMap((parent) => climb(parent, [...below, code]))
  }
  expect(unitTypes().flatMap(({ code }) => climb(code, []))).toEqual([])
})

test('each type that may stand above is one of the catalogue', () => {
  const codes = unitTypes().map(({ code }) => code)
  expect(
    unitTypes()
      .flatMap(({ allowedParents }) => allowedParents)
      .filter((code) => !codes.includes(code)),
  ).toEqual([])
})

describe('types that packs declare', () => {
  test('stand under the types that they name, and hold what the type that they are like holds', () => {
    const alliance = aType('TOWN_ALLIANCE', 'TOWN', ['CITY'])
    expect(parentsOf('TOWN_ALLIANCE', alliance)).toEqual(['CITY'])
    expect(parentsOf('VILLAGE', alliance)).toEqual(['TOWN', 'COUNTY', 'TOWN_ALLIANCE'])
    expect(parentsOf('TOWN', alliance)).toEqual(['COUNTY'])
  })

  test('may stand under each other', () => {
    expect(parentsOf('CLINIC', aType('CLINIC', 'GROUP', ['CLINICS']), aType('CLINICS', 'HOSPITAL', ['COUNTY']))).toEqual(['CLINICS'])
  })

  test.each([
    ['a built-in code', [aType('TOWN', 'COUNTY', ['CITY'])], [['UNIT_TYPE_BUILT_IN', 'unitTypes[0].code', 'TOWN']]],
    ['like no type', [aType('OWN', 'STREET', ['CITY'])], [['UNIT_TYPE_LIKE', 'unitTypes[0].like', 'STREET']]],
    ['like a declared type', [aType('A', 'B', ['CITY']), aType('B', 'TOWN', ['CITY'])], [['UNIT_TYPE_LIKE', 'unitTypes[0].like', 'B']]],
    ['under no type', [aType('OWN', 'TOWN', ['CITY', 'STREET'])], [['UNIT_TYPE_PARENT', 'unitTypes[0].parents[1]', 'STREET']]],
    ['under itself', [aType('OWN', 'GROUP', ['OWN'])], [['UNIT_TYPE_CIRCLE', 'unitTypes[0]', ['OWN']]]],
    ['under what it holds', [aType('OWN', 'COUNTY', ['TOWN'])], [['UNIT_TYPE_CIRCLE', 'unitTypes[0]', ['TOWN']]]],
    [
      'under each other',
      [aType('A', 'GROUP', ['B']), aType('B', 'GROUP', ['A'])],
      [
        ['UNIT_TYPE_CIRCLE', 'unitTypes[0]', ['B']],
        ['UNIT_TYPE_CIRCLE', 'unitTypes[0]', ['A']],
      ],
    ],
  ])('are refused: %s', (_, declared, expected) => {
    expect(problems(...declared)).toEqual(expected)
  })

  test('once taken in, they have level, bodies, seats and founding of the type that they are like', () => {
    takeUnitTypes(joinUnitTypes([aType('HOSPITAL_GROUP', 'HOSPITAL', ['COUNTY'])]).types)
    try {
      expect(unitTypeOf('HOSPITAL_GROUP')).toMatchObject({ serves: null, coversEmployers: true, zh: '类型 HOSPITAL_GROUP' })
      expect(builtInTypeOf('HOSPITAL_GROUP')).toBe('HOSPITAL')
      expect(bodyKindsOf('HOSPITAL_GROUP')).toEqual(bodyKindsOf('HOSPITAL'))
      expect(usualSeats('HOSPITAL_GROUP', 'committee', new Set())).toEqual(usualSeats('HOSPITAL', 'committee', new Set()))
      expect(foundingKindOf('HOSPITAL_GROUP')?.code).toBe('employer-association')
      expect(typesLike(['SCHOOL', 'HOSPITAL'])).toEqual(['SCHOOL', 'HOSPITAL', 'HOSPITAL_GROUP'])
    } finally {
      takeUnitTypes(joinUnitTypes([]).types)
    }
  })
})
