import { Rejected } from './rejected'

test('a refusal says the value as it was given, and of a long one the beginning: it may be told at each place of a list', () => {
  const long = 'x'.repeat(100_000)
  const shown = `${'x'.repeat(200)}…`
  expect(new Rejected('VALUE_INVALID', { value: 'x'.repeat(200), type: 'LocalDate' }).details).toEqual({
    value: 'x'.repeat(200),
    type: 'LocalDate',
  })
  expect(new Rejected('VALUE_INVALID', { value: long }).details.value).toBe(shown)
  expect(new Rejected('GRAPH_REQUEST_INVALID', { problem: long }).details['problem']).toBe(shown)
  expect(new Rejected('VALUE_INVALID', { value: { long } }).details.value).toBe(`{"long":"${'x'.repeat(191)}…`)
  expect(new Rejected('VALUE_INVALID', { value: { one: 1 } }).details.value).toEqual({ one: 1 })
})

test('the rows of an import are said as they are', () => {
  const rows = Array.from({ length: 200 }, (_, line) => ({ line, message: 'x'.repeat(100) }))
  expect(new Rejected('IMPORT_REFUSED', { rows }).details['rows']).toBe(rows)
})

test('a refusal does not tell where it was made, a fault after it does', () => {
  expect(new Rejected('NOT_FOUND').stack).not.toContain(' at ')
  expect(new Error('a fault').stack).toContain(' at ')
})
