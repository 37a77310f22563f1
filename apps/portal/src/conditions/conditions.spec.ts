import type { ConditionKindFragment } from '../graph.generated'
import type { Condition } from './conditions'
import { draftOf, evidencedOf, lacksOf } from './conditions'

const kind = (said: Partial<ConditionKindFragment> = {}): ConditionKindFragment => ({
  __typename: 'ConditionKind',
  code: 'funds',
  name: '经费',
  measure: 'MONEY',
  yearly: true,
  lack: 'FUNDS',
  ...said,
})
const draft = { kind: 'funds', value: 12.34, from: '2026-01-01', source: 'budget-paper', evidenceTitle: ' 预算批复 ', evidenceNumber: '' }

test('money is typed in yuan and sent in fen, other values as they are', () => {
  expect(evidencedOf(draft, kind())).toMatchObject({ value: 1234, evidenceTitle: '预算批复', evidenceNumber: null })
  expect(evidencedOf(draft, kind({ measure: 'AREA' }))?.value).toBe(12.34)
})

test('0 is sent, empty is not', () => {
  expect(evidencedOf({ ...draft, value: 0 }, kind())?.value).toBe(0)
  for (const part of [{ value: null }, { from: null }, { source: null }, { evidenceTitle: ' ' }])
    expect(evidencedOf({ ...draft, ...part }, kind())).toBeNull()
})

test('a correction begins with what was noted', () => {
  const source = { __typename: 'ConditionSource', code: 'visit', name: '走访' } as const
  const note = { __typename: 'ConditionNote', id: 'n', kind: kind(), value: 1234, from: '2026-01-01', until: null, source } as const
  expect(draftOf({ ...note, evidenceTitle: '走访记录', evidenceNumber: null })).toEqual({
    kind: 'funds',
    value: 12.34,
    from: '2026-01-01',
    source: 'visit',
    evidenceTitle: '走访记录',
    evidenceNumber: '',
  })
})

test('a lack of which nothing is known is unknown, not lacking', () => {
  const line = (lack: ConditionKindFragment['lack'], lacking: boolean | null): Condition => ({
    __typename: 'Condition',
    kind: kind({ lack }),
    note: null,
    lacking,
  })
  const lines = [line('POSTS', true), line('FUNDS', null), line('PREMISES', false), line('STAFF', null), line(null, null)]
  expect(lacksOf(lines)).toEqual({ lacking: ['POSTS'], unknown: 2 })
})
