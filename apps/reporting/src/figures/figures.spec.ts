import { known, share } from './figures'

const text = {
  zh: { unit: '%', definition: '覆盖率' },
  en: { unit: '%', definition: 'rate of coverage' },
}

test('zero is a known figure, in the words of the reader', () => {
  expect(known(0, text, 'en')).toEqual({ value: 0, state: 'KNOWN', unit: '%', definition: 'rate of coverage' })
  expect(known(0, text, 'zh').definition).toBe('覆盖率')
})

test('a share is given in per cent, to two decimals', () => {
  expect(share(5, 72, text, 'zh')).toMatchObject({ value: 6.94, state: 'KNOWN' })
  expect(share(7, 7, text, 'zh').value).toBe(100)
})

test('a share of nothing is not applicable, which is not zero', () => {
  expect(share(0, 0, text, 'zh')).toMatchObject({ value: null, state: 'NOT_APPLICABLE' })
})
