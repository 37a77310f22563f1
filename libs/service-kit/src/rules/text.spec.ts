import { plainText } from './text'

const read = (text: string) => plainText('name', text, { min: 2, max: 4 })

test('a text is kept trimmed and in one normal form', () => {
  expect(read('  东亭 ')).toBe('东亭')
  expect(read('e\u0301e\u0301')).toBe('\u00e9\u00e9')
})

test('characters are counted, not their halves', () => {
  expect(read('𠮷𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷𠮷')
})

test.each([
  ['TEXT_TOO_SHORT', ' 一 ', { value: ' 一 ', min: 2 }],
  ['TEXT_TOO_LONG', '一二三四五', { length: 5, max: 4 }],
  ['TEXT_HAS_CONTROL_SIGNS', '东\u0000亭', {}],
  ['TEXT_HAS_CONTROL_SIGNS', '东\u202e亭', {}],
  ['TEXT_HAS_CONTROL_SIGNS', '东\ud800亭', {}],
  ['TEXT_HAS_CONTROL_SIGNS', '东\u200b亭', {}],
  ['TEXT_HAS_CONTROL_SIGNS', '东\n亭', {}],
])('%s', (code, text, details) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code, details: expect.objectContaining({ field: 'name', ...details }) }))
})

test('of a text that is too long only the beginning is said again', () => {
  const long = '一'.repeat(1_000)
  expect(() => read(long)).toThrow(expect.objectContaining({ details: expect.objectContaining({ value: `${'一'.repeat(20)}…` }) }))
})
