import { carriedTo, faultOf, invitationLink, secretIn } from './invitations'

test('the secret of a link stands behind the #, where no server sees it', () => {
  const link = new URL(invitationLink('s3cr3t-_', 'https://kexie.example'))
  expect(`${link.origin}${link.pathname}${link.search}`).toBe('https://kexie.example/invitation')
  expect(secretIn(link.hash)).toBe('s3cr3t-_')
  expect(secretIn('#')).toBeNull()
  expect(secretIn('')).toBeNull()
})

test('of a new password only the length counts, by characters, and both times the same', () => {
  expect(faultOf('', '')).toBeNull()
  expect(faultOf('123456789', '')).toBe('tooShort')
  expect(faultOf('𠮷𠮷𠮷𠮷𠮷', '')).toBe('tooShort')
  expect(faultOf('一二三四五六七八九十一二', '')).toBeNull()
  expect(faultOf('one two three', 'one two tree')).toBe('differ')
  expect(faultOf('one two three', 'one two three')).toBeNull()
})

test('an invitation is shown at the account that it is for, and at no other', () => {
  const state = { accountId: 'a', invitation: 'secret' }
  expect(carriedTo('a', state)).toBe('secret')
  expect(carriedTo('b', state)).toBeNull()
  expect(carriedTo('a', null)).toBeNull()
})
