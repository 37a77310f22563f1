import { Kind } from 'graphql'
import { Rejected } from '../rules'
import { scalars } from './scalars'

const good: [keyof typeof scalars, unknown][] = [
  ['LocalDate', '2024-02-29'],
  ['Instant', '2026-03-31T09:00:00+08:00'],
  ['Instant', '2026-03-31T01:00:00.123Z'],
  ['AreaCode', '32'],
  ['AreaCode', '320205001009'],
  ['Count', 0],
  ['Cursor', 'a.b'],
]
const bad: [keyof typeof scalars, unknown][] = [
  ['LocalDate', '2023-02-29'],
  ['LocalDate', 20240229],
  ['Instant', '2026-03-31T09:00:00'],
  ['Instant', '2026-02-30T09:00:00Z'],
  ['Instant', '2026-03-31T25:00:00Z'],
  ['Instant', '2026-03-31T24:00:00Z'],
  ['Instant', '2026-03-31T09:00:60Z'],
  ['Instant', '2026-03-31T09:00:00+24:00'],
  ['Instant', 'today'],
  ['AreaCode', '3'],
  ['AreaCode', '3202050010099'],
  ['AreaCode', '3202x'],
  ['Count', -1],
  ['Count', 1.5],
  ['Count', '1'],
  ['Cursor', 'a'.repeat(2_001)],
]

test.each(good)('%s takes %s', (name, value) => {
  expect(scalars[name].parseValue(value)).toBe(value)
  const kind = typeof value === 'number' ? Kind.INT : Kind.STRING
  expect(scalars[name].parseLiteral({ kind, value: String(value) }, {})).toBe(value)
})

test.each(bad)('%s refuses %s, and says what was given', (name, value) => {
  const { code, details } = new Rejected('VALUE_INVALID', { value, type: name })
  expect(() => scalars[name].parseValue(value)).toThrow(expect.objectContaining({ code, details }))
})

test('a day is no number in a question either', () => {
  expect(() => scalars.LocalDate.parseLiteral({ kind: Kind.INT, value: '20240229' }, {})).toThrow(
    expect.objectContaining({ code: 'VALUE_INVALID', details: { value: '20240229', type: 'LocalDate' } }),
  )
})

test('an instant without seconds is one on the full minute', () => {
  expect(scalars.Instant.parseValue('2026-03-31T01:00Z')).toBe('2026-03-31T01:00:00Z')
  expect(scalars.Instant.parseLiteral({ kind: Kind.STRING, value: '2026-03-31T09:00+08:00' }, {})).toBe('2026-03-31T09:00:00+08:00')
})

test('an instant goes out as text', () => {
  expect(scalars.Instant.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
  expect(scalars.LocalDate.serialize('2024-02-29')).toBe('2024-02-29')
})
