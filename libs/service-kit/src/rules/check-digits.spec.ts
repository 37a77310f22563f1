import { isCreditCode, isIdentityNumber } from './check-digits'

test.each(['51320200MJ00000A1F', '13320205123456788U', '51320200MJ000019A0'])('the credit code %s fits its check character', (code) => {
  expect(isCreditCode(code)).toBe(true)
})

test('a credit code with any one character changed is found out', () => {
  const code = '51320200MJ00000A1F'
  for (const [place, character] of [...code].entries()) {
    const other = character === '7' ? '8' : '7'
    expect(isCreditCode(code.slice(0, place) + other + code.slice(place + 1))).toBe(false)
  }
})

test.each(['', '51320200MJ00000A1', '51320200MJ00000A1FF', '51320200mj00000a1f', '5132020OMJ00000A1F', '5132020OMJ00000A11'])(
  '“%s” is no credit code',
  (code) => {
    expect(isCreditCode(code)).toBe(false)
  },
)

test.each(['320200190001010012', '32020019000101008X'])('the identity number %s fits its check character', (number) => {
  expect(isIdentityNumber(number)).toBe(true)
})

test.each([
  ['with another check character', '320200190001010011'],
  ['born on a day that there is not', '320200190002300011'],
  ['too short', '32020019000101001'],
  ['with letters', '32020A190001010012'],
  ['with a sign before it', '1320200190001010012'],
  ['with a sign after it', '3202001900010100122'],
])('a number %s is no identity number', (_, number) => {
  expect(isIdentityNumber(number)).toBe(false)
})
