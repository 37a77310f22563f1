import { FOUR_HEADS, homeJobsOf, isStillHead } from './posts.domain'

const HEAD = 'HOSPITAL_HEAD'

test('the four heads are those of hospitals, schools, agri-tech stations and tech firms', () => {
  expect(FOUR_HEADS).toEqual(['HOSPITAL_HEAD', 'SCHOOL_HEAD', 'AGRI_TECH_HEAD', 'TECH_ENTREPRENEUR'])
})

test('home jobs follow one another: each ends on the day on which it was left', () => {
  const facts = { taken: { '2020-01-01': null, '2015-03-01': HEAD }, left: { '2022-05-01': true, '2020-01-01': true } } as const
  expect(homeJobsOf(facts)).toEqual([
    { from: '2015-03-01', until: '2020-01-01', head: HEAD },
    { from: '2020-01-01', until: '2022-05-01', head: null },
  ])
})

test('a home job that was not left goes on', () => {
  expect(homeJobsOf({ taken: { '2015-03-01': HEAD }, left: {} })).toEqual([{ from: '2015-03-01', until: null, head: HEAD }])
})

test('who leaves the hospital is no longer its head from that day, and was it until the day before', () => {
  const left = [{ from: '2015-03-01', until: '2020-01-01', head: HEAD }]
  expect(isStillHead(HEAD, left, '2019-12-31')).toBe(true)
  expect(isStillHead(HEAD, left, '2020-01-01')).toBe(false)
})

test('who goes from one hospital to the next stays a hospital head', () => {
  const moved = [
    { from: '2015-03-01', until: '2020-01-01', head: HEAD },
    { from: '2020-01-01', until: null, head: HEAD },
  ]
  expect(isStillHead(HEAD, moved, '2020-06-01')).toBe(true)
})

test('who goes from the hospital to a school is no hospital head any more', () => {
  const moved = [
    { from: '2015-03-01', until: '2020-01-01', head: HEAD },
    { from: '2020-01-01', until: null, head: 'SCHOOL_HEAD' },
  ]
  expect(isStillHead(HEAD, moved, '2020-06-01')).toBe(false)
})

test("without news of the home job the post's own word stands", () => {
  expect(isStillHead(HEAD, [], '2020-06-01')).toBe(true)
})

test('a home job that is known only for later days takes nothing from the post before it', () => {
  expect(isStillHead(HEAD, [{ from: '2021-01-01', until: null, head: HEAD }], '2020-06-01')).toBe(true)
  expect(isStillHead(HEAD, [{ from: '2021-01-01', until: '2022-01-01', head: HEAD }], '2020-06-01')).toBe(true)
})
