import {
  ConsentGiven,
  ConsentWithdrawn,
  GuardianConsented,
  GuardianWithdrew,
  PaperWithdrawn,
  PersonErased,
  type Envelope,
} from '@sizhang/contracts'
import { agreedAnew, counted, follow, keyOf, type Listed } from './erasures'

const personId = '00000000-0000-4000-8000-000000000001'
const on = '2026-03-31'
const given = { personId, purpose: 'CONTACT', textVersion: 2, means: 'SIGNED_PAPER', on } as const
const fact = ({ type, data }: { type: string; data: unknown }, time = '2026-03-31T01:00:00.000Z') =>
  ({ id: 'fact', causationid: 'command', actor: 'officer', time, type, data }) as Envelope
const withdrew = (time?: string) => fact(ConsentWithdrawn.of({ personId, purpose: 'CONTACT', on }), time)
const listOf = (...facts: Envelope[]): Listed => {
  const listed: Listed = new Map()
  for (const one of facts) {
    follow(listed, one)
    agreedAnew(listed, one)
  }
  return listed
}
const [EARLIER, LATER] = ['2026-03-31T00:59:59.999Z', '2026-03-31T01:00:00.001Z']

test('the list says by ids, codes and days who was erased, and to what nobody agrees any more', () => {
  const listed = listOf(
    fact(PersonErased.of({ personId, ground: 'PURPOSE_MET', on })),
    withdrew(),
    fact(GuardianWithdrew.of({ personId, on })),
  )
  const by = { personId, on, commandId: 'command', actor: 'officer' }
  const at = '2026-03-31T01:00:00.000Z'
  expect([...listed.values()]).toEqual([
    { ...by, ground: 'PURPOSE_MET' },
    { ...by, withdrawn: 'CONTACT', at },
    { ...by, withdrawn: null, at },
  ])
  expect([...listed.keys()]).toEqual([...listed.values()].map(keyOf))
})

test('a consent that was given later takes the withdrawal off, also on the same day; one of before does not', () => {
  expect(listOf(withdrew(), fact(ConsentGiven.of(given), LATER)).size).toBe(0)
  expect(listOf(withdrew(), fact(ConsentGiven.of(given), EARLIER)).size).toBe(1)
  expect(listOf(withdrew(), fact(ConsentGiven.of({ ...given, purpose: 'ACTIVITY_PARTICIPATION' }), LATER)).size).toBe(1)
  const guardian = fact(GuardianConsented.of({ personId, textVersion: 2, on }), LATER)
  expect(listOf(fact(GuardianWithdrew.of({ personId, on })), guardian).size).toBe(0)
})

test('what the list knows stays, though the log is one of before', () => {
  const listed = listOf(withdrew(LATER))
  for (const one of [withdrew(EARLIER), fact(ConsentGiven.of(given))]) {
    follow(listed, one)
    agreedAnew(listed, one)
  }
  expect([...listed.values()]).toMatchObject([{ withdrawn: 'CONTACT', at: LATER }])
})

test('a scan that was taken back stands in the list by its ids, for good', () => {
  const recordId = '00000000-0000-4000-8000-000000000002'
  const paperId = '00000000-0000-4000-8000-000000000003'
  const listed = listOf(fact(PaperWithdrawn.of({ recordId, paperId, reason: 'WRONG_FILE' })), fact(ConsentGiven.of(given), LATER))
  const entry = { recordId, paperId, reason: 'WRONG_FILE', at: '2026-03-31T01:00:00.000Z', commandId: 'command', actor: 'officer' }
  expect([...listed]).toEqual([[paperId, entry]])
  expect(counted(listed)).toEqual(['0', '0', '1'])
})
