import { rulesOf, standingOf, type Sitting, type StructureRule } from './structure.domain'

const rule = (code: string): StructureRule => {
  const found = ['COUNTY', 'TOWN', 'VILLAGE'].flatMap((type) => rulesOf(type, '2026-06-30')).find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}
let people = 0
const sits = (said: Partial<Sitting> = {}): Sitting => {
  const homeJob = { head: 'HOSPITAL_HEAD', path: ['320200', '320205', '320205001'] }
  return { personId: String(people++), rank: 'VICE_CHAIR', kind: 'PART_TIME_POST', homeJob, ...said }
}
const working = (head: string | null, said: Partial<Sitting> = {}) => sits({ homeJob: { head, path: ['320200', '320205'] }, ...said })
const unknown = (said: Partial<Sitting> = {}) => sits({ homeJob: undefined, ...said })
const state = (code: string, sitting: Sitting[]) => standingOf(rule(code), sitting).state

test('a county has two heads as vice-chairs, part-time or seconded: full-time ones and other ranks do not count', () => {
  expect(state('county-heads-lead', [sits(), sits({ kind: 'SECONDMENT' })])).toBe('MET')
  expect(state('county-heads-lead', [sits(), sits({ kind: 'FULL_TIME_OFFICE' })])).toBe('NOT_MET')
  expect(state('county-heads-lead', [sits(), sits({ rank: 'COMMITTEE_MEMBER' })])).toBe('NOT_MET')
  expect(state('county-heads-lead', [sits(), working(null)])).toBe('NOT_MET')
})

test('whoever holds two seats counts once', () => {
  const one = sits()
  expect(standingOf(rule('county-heads-lead'), [one, { ...one, rank: 'CHAIR' }])).toMatchObject({ state: 'NOT_MET', counted: 1, of: 1 })
})

test('whose home job is not known could count: met without them, not met with all of them, unknown in between', () => {
  expect(state('county-heads-lead', [sits(), sits(), unknown()])).toBe('MET')
  expect(standingOf(rule('county-heads-lead'), [sits(), unknown()])).toMatchObject({ state: 'UNKNOWN', counted: 1, unknown: 1, of: 2 })
  expect(state('county-heads-lead', [unknown()])).toBe('NOT_MET')
})

test('a town has each of the four heads; two of one kind are one', () => {
  const heads = ['HOSPITAL_HEAD', 'SCHOOL_HEAD', 'AGRI_TECH_HEAD', 'TECH_ENTREPRENEUR'].map((head) => working(head))
  expect(state('town-each-head', heads)).toBe('MET')
  expect(standingOf(rule('town-each-head'), [...heads.slice(0, 3), working('SCHOOL_HEAD')])).toMatchObject({ state: 'NOT_MET', counted: 3 })
  expect(state('town-each-head', [...heads.slice(0, 3), working('OTHER_KEY')])).toBe('NOT_MET')
  expect(state('town-each-head', [...heads.slice(0, 3), unknown()])).toBe('UNKNOWN')
})

test('seventy of a hundred work below the county: a share of those who sit there, unknown while nobody does', () => {
  const [below, above] = [Array.from({ length: 7 }, () => sits()), Array.from({ length: 3 }, () => working(null))]
  expect(state('county-front-line', [...below, ...above])).toBe('MET')
  expect(state('county-front-line', [...below.slice(1), ...above])).toBe('NOT_MET')
  expect(state('county-front-line', [...below.slice(1), unknown(), ...above])).toBe('UNKNOWN')
  expect(state('county-front-line', [])).toBe('UNKNOWN')
})

test('a rule holds from its first day on, for the types of unit that it names', () => {
  expect(rulesOf('TOWN', '2018-06-10')).toEqual([])
  expect(rulesOf('TOWN', '2018-06-11').map(({ code }) => code)).toEqual(['town-each-head'])
  expect(rulesOf('SCHOOL', '2026-06-30')).toEqual([])
})
