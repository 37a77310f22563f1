import { countCoverage, coverageOn, isFunctioning, type Association, type Place } from './coverage.domain'
import { coveringOf } from './covering.domain'

const DAY = '2020-06-11'
const town: Place = { code: '320281111', level: 'TOWN', kind: 'TOWN', placeholder: false, from: null }
const zone: Place = { ...town, code: '320281400', kind: 'ZONE' }

function anAssociation(said: Partial<Association> = {}): Association {
  return {
    id: 'u1',
    serves: 'TOWN',
    covers: [town.code],
    mode: 'OWN',
    path: [],
    from: '2018-06-11',
    until: null,
    chairs: [],
    terms: [],
    ...said,
  }
}
const term = { bodyId: 'b1', from: '2018-06-11', until: '2023-06-11' }
const chair = { bodyId: 'b1', from: '2018-06-11', until: '2023-06-11' }
const chaired = { chairs: [chair], terms: [term] }
const seen = (places: Place[], associations: Association[], on = DAY) => coverageOn(places, coveringOf(associations), on)
const state = (...associations: Association[]) => seen([town], associations)[0]?.state

describe('covered', () => {
  test('an area is covered from the day on which its association is in force, not the day before', () => {
    const place = (on: string) => seen([town], [anAssociation()], on)[0]
    expect(place('2018-06-10')).toMatchObject({ state: 'BLANK', unit: null, functioning: null })
    expect(place('2018-06-11')).toMatchObject({ state: 'OWN', unit: { unitId: 'u1' }, functioning: false, since: null })
  })

  test('an area is no longer covered from the day on which its association is dissolved', () => {
    const ended = anAssociation({ until: DAY })
    expect(seen([town], [ended], '2020-06-10')[0]?.state).toBe('OWN')
    expect(seen([town], [ended], DAY)[0]).toMatchObject({ state: 'BLANK', since: DAY })
  })

  test('an association founded jointly covers every area that it names, one that is hosted covers its own', () => {
    const neighbour = { ...town, code: '320281112' }
    const joint = anAssociation({ mode: 'JOINT_BY_AREA', covers: [town.code, neighbour.code] })
    expect(seen([town, neighbour], [joint]).map((area) => area.state)).toEqual(['JOINT', 'JOINT'])
    expect(state(anAssociation({ mode: 'HOSTED' }))).toBe('JOINT')
  })

  test('only an association of the type that serves the level covers its areas', () => {
    expect(state(anAssociation({ serves: 'COUNTY' }))).toBe('BLANK')
    expect(state(anAssociation({ serves: null }))).toBe('BLANK')
  })

  test('where several associations cover an area, the one that functions stands for it, then an own one, then the oldest', () => {
    const [joint, own, older] = [
      anAssociation({ id: 'joint', mode: 'JOINT_BY_AREA' }),
      anAssociation({ id: 'own' }),
      anAssociation({ id: 'older', from: '2017-01-01' }),
    ]
    const stands = (...associations: Association[]) => seen([town], associations)[0]?.unit?.unitId
    expect(stands(joint, own)).toBe('own')
    expect(stands(own, joint)).toBe('own')
    expect(stands(own, older)).toBe('older')
    expect(stands(own, { ...joint, ...chaired })).toBe('joint')
  })
})

describe('blank', () => {
  test('a blank area is blank since its last association ended', () => {
    const ended = [
      anAssociation({ until: '2020-01-01' }),
      anAssociation({ until: '2019-01-01' }),
      anAssociation({ from: '2021-01-01', until: '2022-01-01' }),
    ]
    expect(seen([town], ended)[0]).toMatchObject({ state: 'BLANK', since: '2020-01-01' })
  })

  test('an area that never had an association is blank since it is in the list', () => {
    expect(seen([{ ...town, from: '2019-05-01' }], [])[0]?.since).toBe('2019-05-01')
    expect(seen([town], [])[0]?.since).toBeNull()
  })
})

describe('functioning', () => {
  const functioning = (said: Partial<Association>, on = DAY) => isFunctioning(anAssociation({ ...chaired, ...said }), on)

  test('an association functions when it has a chair and a term', () => {
    expect(functioning({})).toBe(true)
    expect(functioning({ chairs: [] })).toBe(false)
    expect(functioning({ terms: [] })).toBe(false)
  })

  test('a chair who has left and one who is not yet there make nothing function', () => {
    expect(functioning({ chairs: [{ ...chair, until: DAY }] })).toBe(false)
    expect(functioning({ chairs: [{ ...chair, from: '2020-06-12', until: '2021-01-01' }] })).toBe(false)
  })

  test('a term that has not begun makes nothing function', () => {
    expect(functioning({ terms: [{ ...term, from: '2020-06-12', until: '2025-06-12' }] })).toBe(false)
    expect(functioning({ terms: [{ ...term, from: DAY, until: '2025-06-11' }] })).toBe(true)
  })

  test('a term may be a year overdue, and not a day more', () => {
    expect(functioning({}, '2023-06-11')).toBe(true)
    expect(functioning({}, '2024-06-11')).toBe(true)
    expect(functioning({}, '2024-06-12')).toBe(false)
    expect(functioning({}, '2018-06-10')).toBe(false)
  })

  test('while a term is overdue, the chair who held the seat on its last day stands for it; one who left before does not', () => {
    expect(functioning({ chairs: [{ ...chair, from: '2023-06-10' }] }, '2024-06-11')).toBe(true)
    expect(functioning({ chairs: [{ ...chair, until: '2023-06-10' }] }, '2023-06-11')).toBe(false)
    expect(functioning({ chairs: [{ ...chair, bodyId: 'b2' }] }, '2023-06-11')).toBe(false)
    expect(functioning({ chairs: [{ ...chair, until: '2020-01-01' }, chair] }, '2023-06-11')).toBe(true)
    expect(functioning({ chairs: [{ ...chair, from: '2023-06-11', until: '2023-07-01' }] }, '2023-08-01')).toBe(false)
  })

  test('while a term runs, a chair who comes later stands for nothing yet', () => {
    expect(functioning({ chairs: [{ ...chair, from: '2022-01-01' }] })).toBe(false)
  })

  test('once a new term of the body has begun, the old one is overdue no more and its chair stands for nothing', () => {
    const next = { ...term, from: '2023-09-01', until: '2028-09-01' }
    expect(functioning({ terms: [term, next] }, '2023-08-31')).toBe(true)
    expect(functioning({ terms: [term, next] }, '2023-09-01')).toBe(false)
    expect(functioning({ terms: [term, { ...next, bodyId: 'b2' }] }, '2023-09-01')).toBe(true)
    expect(functioning({ terms: [term, { ...next, from: '2023-06-11' }] }, '2023-06-11')).toBe(false)
  })

  test('a term that ended on a leap day is a year overdue on the last of February', () => {
    const leap = { terms: [{ ...term, until: '2024-02-29' }], chairs: [{ ...chair, until: '2024-02-29' }] }
    expect(functioning(leap, '2025-02-28')).toBe(true)
    expect(functioning(leap, '2025-03-01')).toBe(false)
  })

  test('a dissolved association functions no more, whoever still holds its chair', () => {
    expect(functioning({ until: DAY })).toBe(false)
  })
})

describe('the count', () => {
  test('zones stand apart and are in no denominator, covered or not', () => {
    const covered = anAssociation({ covers: [zone.code] })
    expect(seen([zone], [covered])[0]).toMatchObject({ state: 'ZONE', unit: { unitId: 'u1' } })
    expect(countCoverage(seen([town, zone, { ...zone, code: '320281401' }], [covered]))).toEqual({
      total: 1,
      covered: 0,
      functioning: 0,
      blank: 1,
      zones: 2,
    })
  })

  test('villages inside a zone count like any other', () => {
    const village: Place = { ...town, code: '320281400201', level: 'VILLAGE', kind: 'QUASI_VILLAGE' }
    expect(countCoverage(seen([village], []))).toMatchObject({ total: 1, blank: 1, zones: 0 })
  })

  test('placeholders are in no denominator', () => {
    expect(seen([{ ...town, placeholder: true }], [anAssociation()])).toEqual([])
  })

  test('an area counts from the day on which it came into the list', () => {
    const young = { ...town, from: '2020-06-12' }
    expect(seen([young], [])).toEqual([])
    expect(seen([young], [], '2020-06-12')).toHaveLength(1)
  })

  test('an association in force that functions raises covered and functioning, and leaves nothing blank', () => {
    expect(countCoverage(seen([town], [anAssociation(chaired)]))).toEqual({ total: 1, covered: 1, functioning: 1, blank: 0, zones: 0 })
  })
})
