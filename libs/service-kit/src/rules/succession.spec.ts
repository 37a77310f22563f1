import { pathOn, stampsEver, stampsOn, staysOf, timesWithin, type Ended } from './succession'

const city = ['320200']
const street = (code: string, county = '320205') => [...city, county, code]
const ended = (...all: [string, string, string[]][]): Ended => new Map(all.map(([code, on, heir]) => [code, { code, on, heir }]))
const merged = ended(['320205008', '2025-01-01', street('320205010')])

test('what lies in an area that did not end stays there', () => {
  expect(staysOf(street('320205001'), merged)).toEqual([{ path: street('320205001'), from: null, until: null }])
})

test('a village of a street that was merged lies in the other street from that day on', () => {
  const village = [...street('320205008'), '320205008001']
  expect(pathOn(village, merged, '2024-12-31')).toEqual(village)
  expect(pathOn(village, merged, '2025-01-01')).toEqual([...street('320205010'), '320205008001'])
})

test('who is merged twice is found with the last', () => {
  const twice = ended(['320205008', '2025-01-01', street('320205010')], ['320205010', '2026-01-01', street('320206003', '320206')])
  expect(staysOf(street('320205008'), twice)).toEqual([
    { path: street('320205008'), from: null, until: '2025-01-01' },
    { path: street('320205010'), from: '2025-01-01', until: '2026-01-01' },
    { path: street('320206003', '320206'), from: '2026-01-01', until: null },
  ])
})

test('a village that moves on the day on which its street does is in one place only', () => {
  const both = ended(
    ['320205008', '2025-01-01', street('320206008', '320206')],
    ['320205008001', '2025-01-01', [...street('320206008', '320206'), '320206008001']],
  )
  expect(staysOf([...street('320205008'), '320205008001'], both)).toHaveLength(2)
  expect(pathOn([...street('320205008'), '320205008001'], both, '2025-01-01')).toEqual([...street('320206008', '320206'), '320206008001'])
})

test('an area that ends without an heir keeps what is stamped with it', () => {
  expect(pathOn(street('320205008'), ended(['320205008', '2025-01-01', []]), '2026-01-01')).toEqual(street('320205008'))
})

test('a county has a street until it is moved away, and the other county from then on', () => {
  const moved = ended(['320205008', '2025-01-01', street('320206008', '320206')])
  expect(timesWithin(staysOf(street('320205008'), moved), '320205')).toEqual([{ from: null, until: '2025-01-01' }])
  expect(timesWithin(staysOf(street('320205008'), moved), '320206')).toEqual([{ from: '2025-01-01', until: null }])
  expect(timesWithin(staysOf(street('320205008'), moved), '320200')).toEqual([{ from: null, until: null }])
})

test('what is stamped with a street that was merged is found with the other, from that day on', () => {
  expect(stampsOn('320205010', 3, merged, '2025-01-01')).toEqual({ one: ['320205010', '320205008'], none: [] })
  expect(stampsOn('320205010', 3, merged, '2024-12-31')).toEqual({ one: ['320205010'], none: [] })
})

test('what is stamped with a street that was moved away is found no more with its county, but still with the street itself', () => {
  const moved = ended(['320205008', '2025-01-01', street('320206008', '320206')])
  expect(stampsOn('320205', 2, moved, '2025-01-01')).toEqual({ one: ['320205'], none: ['320205008'] })
  expect(stampsOn('320206', 2, moved, '2025-01-01')).toEqual({ one: ['320206', '320205008'], none: [] })
  expect(stampsOn('320205008001', 4, moved, '2025-01-01')).toEqual({ one: ['320205008001'], none: [] })
})

test('what ever lay within an area has its stamp, or that of an area that came to lie there', () => {
  expect(stampsEver('320205010', merged)).toEqual(['320205010', '320205008'])
  expect(stampsEver('320205008', merged)).toEqual(['320205008'])
})
