import type { Grant } from '@sizhang/service-kit/rights'
import { widenedBySuccession, type EndedPlace } from './succession.domain'

const DAY = '2026-01-01'
const street = (code: string) => ['320200', code.slice(0, 6), code]
const over = (code: string, heir: string | null, on = DAY): EndedPlace => ({ code, path: street(code), on, heir: heir ? street(heir) : [] })
const secretary = (code: string, said: Partial<Grant> = {}): Grant => {
  return { role: 'TOWN_SECRETARY', within: { kind: 'AREA', code }, from: '2020-01-01', until: null, ...said }
}
const further = (grant: Grant, ...places: EndedPlace[]) =>
  widenedBySuccession([grant], places)
    .slice(1)
    .map(({ within, from, until }) => [within.kind === 'AREA' && within.code, from, until])

const merged = over('320205002', '320205001')

test('the secretary of a street reaches what another had that was merged into it, from that day on', () => {
  expect(further(secretary('320205001'), merged)).toEqual([['320205002', DAY, null]])
})

test('the secretary of the street that was merged keeps what he was given', () => {
  expect(widenedBySuccession([secretary('320205002')], [merged])).toEqual([secretary('320205002')])
})

test('the county reaches both already; the county to which a street was moved, from that day on', () => {
  expect(further(secretary('320205'), merged)).toEqual([])
  expect(further(secretary('320206'), over('320205002', '320206002'))).toEqual([['320205002', DAY, null]])
})

test('it reaches no further than the grant lasts, and not what was moved on', () => {
  const moved = over('320205001', '320206001', '2027-01-01')
  expect(further(secretary('320205001', { until: '2026-07-01' }), merged)).toEqual([['320205002', DAY, '2026-07-01']])
  expect(further(secretary('320205001'), merged, moved)).toEqual([['320205002', DAY, '2027-01-01']])
  expect(further(secretary('320205001', { until: DAY }), merged)).toEqual([])
  expect(further(secretary('320205001', { from: '2026-03-01' }), merged)).toEqual([['320205002', '2026-03-01', null]])
})

test('nobody carries on an area that is gone; who reaches everywhere, or a unit alone, reaches no more', () => {
  expect(further(secretary('320205001'), over('320205002', null))).toEqual([])
  expect(further(secretary('', { within: { kind: 'EVERYWHERE' } }), merged)).toEqual([])
})
