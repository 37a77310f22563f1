import { everywhere, isWithinReach, reachOf, type Grant, type Jurisdiction, type Reach } from '@sizhang/service-kit/rights'
import { area, held, today, TOWN } from '../testing/accounts'
import { explain } from './explain'
import { verbsAdded } from './explanations.domain'

const PLACE = { areas: 'path', unit: 'unitId' }
const at =
  (path: string[], unitId = 'u') =>
  (reach: Reach) =>
    isWithinReach(reach, PLACE, { path, unitId })
const asked = (covers: (reach: Reach) => boolean, isHidden = false) => ({ covers, hides: () => isHidden })
const grant = (said: Partial<Grant> = {}): Grant => ({
  role: 'TOWN_SECRETARY',
  within: area('320205001'),
  from: '2025-01-01',
  until: null,
  ...said,
})
const why = (grants: Grant[], verb = 'units.write' as const) => explain(grants, verb, today, asked(at(TOWN)))

test.each<[string, Grant[], string | null]>([
  ['nothing where a grant covers it', [grant()], null],
  ['a role, where none lets do it', [grant({ role: 'ANALYST' })], 'NO_ROLE'],
  ['a role, where there is no grant at all', [], 'NO_ROLE'],
  ['the place, where a grant is for another', [grant({ within: area('320206') })], 'ELSEWHERE'],
  ['the day, where a grant begins tomorrow', [grant({ from: '2026-04-01' })], 'NOT_YET'],
  ['the day, where a grant is over', [grant({ until: today })], 'OVER'],
  ['the day, where one was ended before it began', [grant({ from: '2026-05-01', until: today })], 'OVER'],
  ['the day, before the place', [grant({ within: area('320206') }), grant({ until: today })], 'OVER'],
  ['what is to come, before what is over', [grant({ until: today }), grant({ from: '2026-04-01' })], 'NOT_YET'],
])('what is missing is %s', async (_, grants, missing) => {
  expect(await why(grants)).toMatchObject({ may: missing === null, missing })
})

test('what is missing is the sight of children, where all else is there', async () => {
  const child = asked(at(TOWN), true)
  expect(await explain([grant()], 'persons.read', today, child)).toMatchObject({
    may: false,
    missing: 'MINOR',
    reasons: [{ covers: true }],
  })
  expect(await explain([grant({ until: today })], 'persons.read', today, child)).toMatchObject({ missing: 'OVER' })
})

test('each grant that lets do it is told, those first by which it may', async () => {
  const [elsewhere, over, now] = [
    grant({ within: area('320206') }),
    grant({ until: today }),
    grant({ role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' } }),
  ]
  const { reasons } = await why([elsewhere, grant({ role: 'ANALYST' }), over, now])
  expect(reasons.map(({ grant: told }) => told)).toEqual([now, over, elsewhere])
})

test('somebody may just where his grants together reach, as the checks have it', async () => {
  const within: Jurisdiction[] = [{ kind: 'EVERYWHERE' }, area('320205'), area('320205001'), area('320206'), { kind: 'UNIT', id: 'u' }]
  const roles = ['COUNTY_SECRETARY', 'ANALYST', 'UNIT_CLERK', 'KING']
  const days = [
    { from: '2025-01-01', until: null },
    { from: '2025-01-01', until: today },
    { from: '2026-04-01', until: null },
  ]
  const all = roles.flatMap((role) =>
    within.flatMap((one) =>
      days.flatMap((time) => [grant({ role, within: one, ...time }), grant({ role, within: one, ...time, delegated: true })]),
    ),
  )
  let may = 0
  for (const one of all)
    for (const other of all.filter((_, place) => place % 13 === 0))
      for (const verb of ['units.read', 'bodies.write', 'accounts.write'] as const)
        for (const [path, unitId] of [
          [TOWN, 'u'],
          [TOWN.slice(0, 2), 'v'],
        ] as const) {
          const covers = at([...path], unitId)
          const expected = covers(reachOf([one, other], verb, today))
          expect((await explain([one, other], verb, today, asked(covers))).may).toBe(expected)
          may += expected ? 1 : 0
        }
  expect(may).toBeGreaterThan(200)
})

test('a grant adds what is not had there on its first day', () => {
  const secretary = held({ from: '2026-05-01' })
  expect(verbsAdded([], secretary, today)).toContain('units.write')
  expect(verbsAdded([everywhere('CITY_ADMINISTRATOR')], secretary, today)).toEqual([])
  expect(verbsAdded([grant({ until: '2026-05-01' })], secretary, today)).toContain('units.write')
  expect(verbsAdded([grant({ role: 'ANALYST', within: area('320205') })], secretary, today)).not.toContain('figures.read')
  expect(verbsAdded([grant({ within: area('320206') })], secretary, today)).toContain('units.write')
})
