import type { LegalBasisLineFragment } from '../graph.generated'
import { purposesFor, stillAsked, timeLeft } from './accesses'

const at = (text: string) => Date.parse(`2026-03-31T01:${text}Z`)

test('a number that is shown says for how long, and is masked on the second', () => {
  const until = '2026-03-31T01:05:00Z'
  expect([at('00:00'), at('03:55'), at('04:59.500'), at('05:00')].map((now) => timeLeft(until, now))).toEqual([
    '5:00',
    '1:05',
    '0:01',
    null,
  ])
})

test('a look that was asked for is picked up again until it lapses', () => {
  const asked = { request: 'command', purpose: 'REQUEST_OF_PERSON', reason: '本人要求', until: '2026-03-31T01:05:00Z' } as const
  expect([stillAsked(asked, at('04:59')), stillAsked(asked, at('05:00')), stillAsked(null, 0)]).toEqual([asked, null, null])
})

test('nobody is offered to look for what the person does not consent to, nor for what needs another number', () => {
  const basis = (code: string, inForce: boolean) => ({ purpose: { code }, inForce }) as LegalBasisLineFragment
  const told = basis('MEMBERSHIP_AND_POSTS', true)
  const [called, active] = [basis('CONTACT', true), basis('ACTIVITY_PARTICIPATION', true)]
  expect(purposesFor('PHONE', [told, called, basis('ACTIVITY_PARTICIPATION', false)])).toEqual(['CONTACT_ABOUT_POST', 'REQUEST_OF_PERSON'])
  expect(purposesFor('PHONE', [told, called, active])).toEqual(['CONTACT_ABOUT_POST', 'ACTIVITY_REGISTRATION', 'REQUEST_OF_PERSON'])
  expect(purposesFor('PHONE', [told, basis('CONTACT', false), active])).toEqual(['REQUEST_OF_PERSON'])
  expect(purposesFor('IDENTITY_NUMBER', [told, called])).toEqual(['VERIFY_IDENTITY', 'REQUEST_OF_PERSON'])
})
