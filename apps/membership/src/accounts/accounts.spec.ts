import { Rejected } from '@sizhang/service-kit/rules'
import { checkNewPassword, ENDS_AFTER, ENDS_UNUSED_AFTER, firstAccount, isOpen } from './accounts.domain'

const refused = (old: string, next: string): unknown => {
  try {
    checkNewPassword(old, next)
    return 'nothing'
  } catch (error) {
    return error instanceof Rejected ? [error.code, error.details] : error
  }
}

test('the first account is the administrator and must change the password that was generated', () => {
  expect(firstAccount('a', 'hash')).toMatchObject({ name: 'admin', roles: ['ADMINISTRATOR'], mustChangePassword: true })
})

const tooShort = ['PASSWORD_TOO_SHORT', { field: 'new', min: 10 }]

test.each([
  ['nine signs', 'abcdefghi', tooShort],
  ['nine Chinese signs', '科协组织网络科学长', tooShort],
  ['the present password', 'the old one', ['PASSWORD_UNCHANGED', { field: 'new' }]],
  ['two hundred and one signs', 'x'.repeat(201), ['PASSWORD_TOO_LONG', { field: 'new', max: 200 }]],
  ['two hundred signs', 'x'.repeat(200), 'nothing'],
  ['ten signs', 'abcdefghij', 'nothing'],
  ['ten Chinese signs', '科协组织网络科学长长', 'nothing'],
])('a new password of %s', (_, next, refusal) => {
  expect(refused('the old one', next)).toEqual(refusal)
})

const start = new Date('2026-03-31T08:00:00Z')
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds)

test('a session ends eight hours after its last use', () => {
  const session = { accountId: 'a', startedAt: start, usedAt: start }
  expect(isOpen(session, after(ENDS_UNUSED_AFTER - 1))).toBe(true)
  expect(isOpen(session, after(ENDS_UNUSED_AFTER))).toBe(false)
})

test('a session ends a day after its start, however much it is used', () => {
  const session = { accountId: 'a', startedAt: start, usedAt: after(ENDS_AFTER - 1) }
  expect(isOpen(session, after(ENDS_AFTER - 1))).toBe(true)
  expect(isOpen(session, after(ENDS_AFTER))).toBe(false)
})
