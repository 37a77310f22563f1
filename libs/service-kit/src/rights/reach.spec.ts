import { everywhere, type Grant, type Jurisdiction } from './grant'
import { isNowhere, isWithinReach, reachOf, withinReach, type Place } from './reach'

const day = '2026-03-31'
const area = (code: string): Jurisdiction => ({ kind: 'AREA', code })
const unit = (id: string): Jurisdiction => ({ kind: 'UNIT', id })
const granted = (role: string, within: Jurisdiction, from = '2024-01-01', until: string | null = null): Grant => ({
  role,
  within,
  from,
  until,
})

describe('a right', () => {
  test.each([
    ['holds from its first day', '2026-03-31', null, true],
    ['does not hold the day before', '2026-04-01', null, false],
    ['holds on the day before its end', '2024-01-01', '2026-04-01', true],
    ['is over on the day of its end', '2024-01-01', '2026-03-31', false],
  ])('%s', (_, from, until, holds) => {
    const reach = reachOf([granted('TOWN_SECRETARY', area('320205001'), from, until)], 'units.read', day)
    expect(isNowhere(reach)).toBe(!holds)
  })

  test('is what the role gives, and nothing more', () => {
    const grants = [granted('ANALYST', area('3202'))]
    expect(reachOf(grants, 'figures.read', day).areas).toEqual(['3202'])
    expect(isNowhere(reachOf(grants, 'persons.read', day))).toBe(true)
    expect(isNowhere(reachOf(grants, 'units.write', day))).toBe(true)
  })

  test('of a role that this release does not know is none', () => {
    expect(isNowhere(reachOf([everywhere('ADMINISTRATOR')], 'units.read', day))).toBe(true)
  })

  test('reaches over all of its grants together', () => {
    const grants = [granted('TOWN_SECRETARY', area('320205001')), granted('UNIT_CLERK', unit('u1')), granted('MEMBER', area('320206'))]
    expect(reachOf(grants, 'units.read', day)).toEqual({ everywhere: false, areas: ['320205001', '320206'], units: ['u1'] })
    expect(reachOf([...grants, everywhere('ANALYST')], 'units.read', day).everywhere).toBe(true)
  })
})

const codes = ['3202', '320205', '320205001', '320205001009', '320206', '320206003']
const pathOf = (code: string) => codes.filter((above) => code.startsWith(above))
const places: [string, Place, (code: string, id: string) => object][] = [
  ['in a field', { areas: 'path', unit: 'unitId' }, (code, id) => ({ path: pathOf(code), unitId: id })],
  [
    'in a list of hosts',
    { areas: 'hosts.path', unit: 'hosts.unitId' },
    (code, id) => ({
      hosts: [
        { path: [], unitId: 'x' },
        { path: pathOf(code), unitId: id },
      ],
    }),
  ],
  ['by area alone', { areas: 'path' }, (code) => ({ path: pathOf(code) })],
]

describe.each(places)('a record that says where it lies %s', (_, place, record) => {
  const roots: (Jurisdiction | null)[] = [null, { kind: 'EVERYWHERE' }, ...codes.map(area), unit('u1'), unit('u2')]

  test('is within reach just where one of the roots is above it, or is its unit', () => {
    let within = 0
    for (const one of roots)
      for (const other of roots)
        for (const code of codes)
          for (const id of ['u1', 'u2']) {
            const jurisdictions = [one, other].filter((root) => root !== null)
            const reach = reachOf(
              jurisdictions.map((root) => granted('UNIT_CLERK', root)),
              'units.read',
              day,
            )
            const expected = jurisdictions.some(
              (root) =>
                root.kind === 'EVERYWHERE' ||
                (root.kind === 'AREA' && code.startsWith(root.code)) ||
                (root.kind === 'UNIT' && place.unit !== undefined && root.id === id),
            )
            expect(isWithinReach(reach, place, record(code, id))).toBe(expected)
            within += expected ? 1 : 0
          }
    expect(within).toBeGreaterThan(100)
  })
})

test('who may see everything is asked for no filter', () => {
  expect(withinReach(reachOf([everywhere('ANALYST')], 'units.read', day), { areas: 'path' })).toBeNull()
})

test('a unit alone is no area: where records name no unit nothing is found', () => {
  expect(withinReach({ everywhere: false, areas: [], units: ['u1'] }, { areas: 'path' })).toEqual({ path: { $in: [] } })
})
