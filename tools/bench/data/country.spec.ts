import { areasIn, COUNTRY, listOfBoth, listsOf, PROVINCE, type Size } from './country'

const rowsOf = (size: Size, mostRows = 20_000) => [...listsOf(size, mostRows)]
const codesOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '')

test.each([
  ['a province', PROVINCE, 23_562],
  ['the country', COUNTRY, 665_276],
])('%s has as many areas as it is to have, each code once', (_, size, count) => {
  const lists = rowsOf(size)
  const codes = lists.flatMap(({ csv }) => codesOf(csv))
  expect([areasIn(size), codes.length, new Set(codes).size]).toEqual([count, count, count])
  expect(Math.max(...lists.map(({ rows }) => rows))).toBeLessThanOrEqual(20_000)
})

test('each area stands after the one that it lies in, in the same list', () => {
  for (const { csv } of [...listsOf(PROVINCE, 5_000), { csv: listOfBoth() }]) {
    const known = new Set([''])
    for (const line of csv.trim().split('\n').slice(1)) {
      const [code = '', , , parent = ''] = line.split(',')
      expect(known).toContain(parent)
      known.add(code)
    }
  }
})
