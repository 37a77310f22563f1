import { checkNumbers, outstanding, type Migration } from './migration'

const numbered = (...numbers: number[]): Migration[] =>
  numbers.map((number) => ({ number, name: `the ${number}th`, run: () => Promise.resolve() }))

test.each([
  ['a gap', [1, 3], 'the 3th” is 3 and stands where 2 belongs'],
  ['a number given twice', [1, 2, 2], 'the 2th” is 2 and stands where 3 belongs'],
  ['a wrong order', [2, 1], 'the 2th” is 2 and stands where 1 belongs'],
  ['a beginning at 0', [0, 1], 'the 0th” is 0 and stands where 1 belongs'],
])('%s among the numbers of migrations is refused by name', (_, numbers, message) => {
  expect(() => checkNumbers(numbered(...numbers))).toThrow(message)
})

test('no migrations, or 1, 2, 3, are as they should be', () => {
  expect(() => checkNumbers([])).not.toThrow()
  expect(() => checkNumbers(numbered(1, 2, 3))).not.toThrow()
})

test('a database needs what comes after its number', () => {
  const migrations = numbered(1, 2, 3)
  expect(outstanding(migrations, { number: 0 })).toEqual(migrations)
  expect(outstanding(migrations, { number: 2 })).toEqual(migrations.slice(2))
  expect(outstanding(migrations, { number: 2, running: { number: 3 } })).toEqual(migrations.slice(2))
  expect(outstanding(migrations, { number: 3 })).toEqual([])
})

test('a number that this release does not know is another matter than nothing to do, also when it was only begun', () => {
  expect(outstanding(numbered(1, 2), { number: 3 })).toBeUndefined()
  expect(outstanding(numbered(1, 2), { number: 2, running: { number: 3 } })).toBeUndefined()
})
