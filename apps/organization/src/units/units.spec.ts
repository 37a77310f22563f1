import { randomUUID } from 'node:crypto'
import { UnitDissolved, UnitEstablished } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aDesignation, anArea, aUnit, PATH } from '../testing/builders'
import { dissolveUnit, establishUnit, type EstablishUnit, type UnitSurroundings } from './units.domain'

const [unitId, parentId, hostId] = [randomUUID(), randomUUID(), randomUUID()]
const street: EstablishUnit = { unitId, name: '东亭街道科协', type: 'TOWN', areaCode: '320205001', from: '2018-06-11' }
const firm: EstablishUnit = { unitId, name: '红豆集团科协', type: 'ENTERPRISE', from: '2020-01-01' }
const county = aUnit({ unitType: 'COUNTY', areaCode: '320205', path: PATH.slice(0, 2), from: '2010-01-01' })
const areas = [
  anArea(),
  anArea({ code: '320205002' }),
  anArea({ code: '320205003', placeholder: true }),
  anArea({ code: '320205', level: 'COUNTY' }),
]
const around = (part: Partial<UnitSurroundings> = {}): UnitSurroundings => ({
  areas: new Map(areas.map((area) => [area.code, area])),
  parent: null,
  host: null,
  ...part,
})
const established = { unitId, unitType: 'TOWN', serves: 'TOWN', area: '320205001', path: PATH, from: '2018-06-11' } as const

describe('a unit comes into force', () => {
  test('and covers the area that it serves', () => {
    given(street)
      .when(establishUnit, around())
      .then(UnitEstablished.of({ ...established, covers: ['320205001'], parentId: null, mode: 'OWN', hostId: null }))
      .leaving({ name: '东亭街道科协', until: null, pilotCategory: null })
  })

  test('jointly for several areas, each once', () => {
    given({ ...street, mode: 'JOINT_BY_AREA' as const, alsoCovers: ['320205002', '320205001', '320205002'] })
      .when(establishUnit, around())
      .then(UnitEstablished.of({ ...established, covers: ['320205001', '320205002'], parentId: null, mode: 'JOINT_BY_AREA', hostId: null }))
  })

  test('at a host, under a unit that may hold it', () => {
    given({ ...street, mode: 'HOSTED' as const, hostId, parentId })
      .when(establishUnit, around({ parent: county, host: aUnit() }))
      .then(UnitEstablished.of({ ...established, covers: ['320205001'], parentId, mode: 'HOSTED', hostId }))
  })

  test('a firm’s association covers no area, and stands where its parent stands', () => {
    given({ ...firm, parentId })
      .when(establishUnit, around({ parent: aUnit() }))
      .then(
        UnitEstablished.of({
          ...{ unitId, unitType: 'ENTERPRISE', serves: null, area: null, path: PATH, covers: [] },
          ...{ parentId, mode: 'OWN', hostId: null, from: '2020-01-01' },
        }),
      )
  })
})

test('a firm’s association that names an area or none covers nothing', () => {
  const { path, covers } = establishUnit({ ...firm, areaCode: '320205001' }, around()).state
  expect({ path, covers }).toEqual({ path: PATH, covers: [] })
  expect(establishUnit(firm, around()).state).toMatchObject({ path: [], covers: [] })
})

test.each([
  ['VILLAGE', 'TOWN, COUNTY'],
  ['COUNTY', 'CITY'],
  ['CITY', '—'],
])('a %s that is put under a firm is told where it may stand: %s', (type, allowed) => {
  given({ ...street, type, parentId })
    .when(establishUnit, around({ parent: aUnit({ unitType: 'ENTERPRISE' }) }))
    .rejects('PARENT_TYPE_NOT_ALLOWED', { type, parentType: 'ENTERPRISE', allowed })
})

describe('a unit is not established', () => {
  const cases: [string, EstablishUnit, Partial<UnitSurroundings>, string, string, unknown][] = [
    ['without a name', { ...street, name: ' ' }, {}, 'TEXT_TOO_SHORT', 'name', ' '],
    ['of a type that there is not', { ...street, type: 'GUILD' }, {}, 'UNIT_TYPE_UNKNOWN', 'type', 'GUILD'],
    ['in an area that there is not', { ...street, areaCode: '320205009' }, {}, 'AREA_UNKNOWN', 'areaCode', '320205009'],
    ['in an area of another level', { ...street, areaCode: '320205' }, {}, 'AREA_LEVEL_WRONG', 'areaCode', '320205'],
    ['in a placeholder', { ...street, areaCode: '320205003' }, {}, 'AREA_PLACEHOLDER', 'areaCode', '320205003'],
    ['without an area that its type needs', { ...street, areaCode: null }, {}, 'UNIT_NEEDS_AREA', 'areaCode', undefined],
    ['under one that there is not', { ...street, parentId }, {}, 'PARENT_UNKNOWN', 'parentId', parentId],
    ['under one without an id', { ...street, parentId: '' }, {}, 'PARENT_UNKNOWN', 'parentId', ''],
    ['under a type that may not hold it', { ...street, parentId }, { parent: aUnit() }, 'PARENT_TYPE_NOT_ALLOWED', 'parentId', parentId],
    [
      'under one that began later',
      { ...street, parentId },
      { parent: { ...county, from: '2018-06-12' } },
      'PARENT_NOT_IN_FORCE',
      'from',
      '2018-06-11',
    ],
    [
      'under one that is dissolved that day',
      { ...street, parentId },
      { parent: { ...county, until: '2018-06-11' } },
      'PARENT_NOT_IN_FORCE',
      'from',
      '2018-06-11',
    ],
    ['hosted by nobody', { ...street, mode: 'HOSTED' }, {}, 'HOST_MISSING', 'hostId', undefined],
    ['on its own with a host', { ...street, hostId }, { host: aUnit() }, 'HOST_NOT_EXPECTED', 'hostId', hostId],
    ['at a host that there is not', { ...street, mode: 'HOSTED', hostId }, {}, 'UNIT_UNKNOWN', 'hostId', hostId],
    [
      'at a host that began later',
      { ...street, mode: 'HOSTED', hostId },
      { host: aUnit({ from: '2018-06-12' }) },
      'HOST_NOT_IN_FORCE',
      'hostId',
      hostId,
    ],
    ['on its own for two areas', { ...street, alsoCovers: ['320205002'] }, {}, 'JOINT_ONLY_BY_AREA', 'alsoCovers', '320205002'],
    [
      'jointly with an area that there is not',
      { ...street, mode: 'JOINT_BY_AREA', alsoCovers: ['320205009'] },
      {},
      'AREA_UNKNOWN',
      'alsoCovers',
      '320205009',
    ],
    [
      'jointly with an area of another level',
      { ...street, mode: 'JOINT_BY_AREA', alsoCovers: ['320205'] },
      {},
      'AREA_LEVEL_WRONG',
      'alsoCovers',
      '320205',
    ],
  ]

  test.each(cases)('%s', (_, command, part, code, field, value) => {
    given(command)
      .when(establishUnit, around(part))
      .rejects(code, { field, ...(value === undefined ? {} : { value }) })
  })
})

describe('a unit ends', () => {
  const end = { unitId, on: '2025-01-01', reason: '撤并' }
  const free = { unitsBelow: 0, seatsHeld: 0, employersCovered: 0 }

  test('on a day after it was established, and its reason stays inside', () => {
    given(aUnit())
      .when(dissolveUnit, end, free)
      .then(UnitDissolved.of({ unitId, unitType: 'TOWN', area: '320205001', path: PATH, on: '2025-01-01' }))
      .leaving({ until: '2025-01-01', dissolveReason: '撤并' })
  })

  test('never on the day it was established or before', () => {
    for (const on of ['2018-06-11', '2018-06-10'])
      given(aUnit())
        .when(dissolveUnit, { ...end, on }, free)
        .rejects('DISSOLVED_BEFORE_ESTABLISHED', { field: 'on', value: on, from: '2018-06-11' })
    expect(dissolveUnit(aUnit(), { ...end, on: '2018-06-12' }, free).state.until).toBe('2018-06-12')
  })

  test('once', () => {
    given(aUnit({ until: '2024-01-01' }))
      .when(dissolveUnit, end, free)
      .rejects('UNIT_DISSOLVED_ALREADY', { field: 'unitId', value: '2024-01-01' })
  })

  test('not while units stand below it', () => {
    given(aUnit())
      .when(dissolveUnit, end, { ...free, unitsBelow: 2 })
      .rejects('UNIT_HAS_UNITS_BELOW', { field: 'unitId', count: 2 })
  })

  test('not while seats are held in it', () => {
    given(aUnit())
      .when(dissolveUnit, end, { ...free, seatsHeld: 1 })
      .rejects('UNIT_HAS_SEATS_HELD', { field: 'unitId', count: 1 })
  })

  test('not while it is a pilot on that day or later', () => {
    given(aUnit({ designations: [aDesignation({ until: '2025-01-02' })] }))
      .when(dissolveUnit, end, free)
      .rejects('UNIT_IS_PILOT', { field: 'unitId', value: '2025-01-01' })
    const before = aUnit({
      designations: [aDesignation({ until: '2025-01-01' }), aDesignation({ from: '2026-01-01', until: '2026-01-01' })],
    })
    expect(dissolveUnit(before, end, free).state.until).toBe('2025-01-01')
  })

  test('not while it covers employers', () => {
    given(aUnit())
      .when(dissolveUnit, end, { ...free, employersCovered: 3 })
      .rejects('UNIT_COVERS_EMPLOYERS', { field: 'unitId', count: 3 })
  })

  test('not without a reason', () => {
    given(aUnit())
      .when(dissolveUnit, { ...end, reason: '' }, free)
      .rejects('TEXT_TOO_SHORT', { field: 'reason' })
  })
})
