import { cellOf, columnLetters, valueOf } from './cells'

const mistaken = [
  ...['=1+1', '+86', '-3村', '@村', '\t村', '\r村', '\n村', ' =1', '\u3000=1', '\ufeff=1', '\u200b@x', '＝1＋1', '＋86', '－3', '＠村'],
  ...['320205199001010000', '320205001009', '007', '1E5', '3-1', '1/2', '2026-06-30', '1.10', '1,000', "'=1", "''=1", "'320205001009"],
]
const texts = ['东亭街道', '第3村', "'村", "''村", '3号', '1#', 'a=b', 'x@y.example', '', "'", '１２３４５６７８９０１２３']
const numbers = ['0', '7', '12345678901', '0.5', '12.25']

test.each(mistaken)('a spreadsheet is told that %j is a text', (value) => {
  expect(cellOf(value)).toBe(`'${value}`)
})

test.each([...texts, ...numbers])('%j stays as it is: a spreadsheet shows just that', (value) => {
  expect(cellOf(value)).toBe(value)
})

test.each([...mistaken, ...texts, ...numbers])('from its cell %j comes back as it was', (value) => {
  expect(valueOf(cellOf(value))).toBe(value)
})

test('no two values have the same cell', () => {
  const values = [...mistaken, ...texts, ...numbers].flatMap((value) => [value, `'${value}`, `''${value}`])
  const kept = new Set(values)
  expect(new Set([...kept].map(cellOf)).size).toBe(kept.size)
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (place, letters) => {
  expect(columnLetters(place)).toBe(letters)
})
