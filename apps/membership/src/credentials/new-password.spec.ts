import { Rejected } from '@sizhang/service-kit/rules'
import { checkNewPassword } from './new-password.domain'
import { worstPasswords } from './worst-passwords'

function refusalOf(next: string): string {
  try {
    checkNewPassword(next, { name: 'helie.mishu', old: 'the present one', worst: worstPasswords })
    return 'nothing'
  } catch (error) {
    if (error instanceof Rejected && error.details['field'] === 'new') return error.code
    throw error
  }
}

test.each([
  ['eleven signs', 'abcdefghijk', 'PASSWORD_TOO_SHORT'],
  ['eleven Chinese signs', '组织网络科学长长科学长', 'PASSWORD_TOO_SHORT'],
  ['the present password', 'the present one', 'PASSWORD_UNCHANGED'],
  ['two hundred and one signs', 'quiet '.repeat(34).slice(0, 201), 'PASSWORD_TOO_LONG'],
  ['twelve signs', 'quiet rivers', 'nothing'],
  ['twelve Chinese signs', '科协组织网络科学长长长长', 'nothing'],
  ['a few words', 'three quiet words', 'nothing'],
  ['the name with words of its own', 'helie.mishu walks home', 'nothing'],
  ['a word of the product among others', 'sizhang at the river', 'nothing'],
  ['one of the worst', '123456789012', 'PASSWORD_GUESSED'],
  ['one of the worst in capital and wide letters', 'ＱＷＥＲＴＹ123456', 'PASSWORD_GUESSED'],
  ['one of the worst with digits around it', '2026password!!', 'PASSWORD_GUESSED'],
  ['one of the worst twice', 'woaini5woaini5', 'PASSWORD_GUESSED'],
  ['one sign again and again', '啊'.repeat(20), 'PASSWORD_GUESSED'],
  ['the account’s own name', 'Helie.Mishu2026', 'PASSWORD_GUESSED'],
  ['the product’s name', '四长四长sizhang2026', 'PASSWORD_GUESSED'],
  ['the product’s name with one of the worst', 'sizhang-admin-1', 'PASSWORD_GUESSED'],
])('a new password of %s', (_, next, refused) => {
  expect(refusalOf(next)).toBe(refused)
})
