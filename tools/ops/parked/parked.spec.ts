import { shown } from './parked'

test('a record is shown as text, as hexadecimal where it is none, and cut to a sane length', () => {
  expect(shown(Buffer.from('{"subject":"四长"}'))).toBe('{"subject":"四长"}')
  expect(shown(Buffer.from([0x7b, 0xff, 0xfe]))).toBe('hex 7bfffe')
  expect(shown(null)).toBe('空 none')
  expect(shown(Buffer.alloc(5_000, 'x'))).toBe(`${'x'.repeat(2_000)} …（共 5,000 字节 bytes in all）`)
})
