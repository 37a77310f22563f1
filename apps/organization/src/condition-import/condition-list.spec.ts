import { v5 as uuidv5 } from 'uuid'
import { noneYet, type Conditions, type Note } from '../conditions/conditions.domain'
import { aUnit } from '../testing/builders'
import { aConditionRow } from '../testing/list-rows'
import { ConditionList, type ConditionsKnown } from './condition-list.domain'
import type { ConditionRow } from './condition-rows.domain'

const UNIT = 'b8a0f8a2-7a49-4f0c-8b9c-0d6a2b1f0a01'
const unit = { _id: UNIT, ...aUnit({ until: '2025-01-01' }) }
const note: Note = {
  ...{ id: 'note', kind: 'posts', value: 2, source: 'official-paper', evidence: { title: '三定方案', number: '锡编〔2024〕3号' } },
  ...{ from: '2024-01-01', until: null, notedAt: new Date(0), notedBy: 'clerk', correction: null },
}
const noted = (...notes: Note[]): ReadonlyMap<string, Conditions> => new Map([[UNIT, { ...noneYet(UNIT, unit), notes }]])

function checked(rows: Partial<ConditionRow>[], known: Partial<ConditionsKnown> = {}) {
  const all = { units: [unit], conditions: new Map(), mayNote: () => true, noting: { by: 'clerk', now: new Date(0) }, ...known }
  const list = new ConditionList(all, (key) => uuidv5(key, uuidv5.URL))
  for (const [place, row] of rows.entries()) list.take(aConditionRow({ line: place + 2, ...row }))
  return list.checked
}
const problems = (rows: Partial<ConditionRow>[], known: Partial<ConditionsKnown> = {}) =>
  checked(rows, known).problems.map(({ line, refusal: { code, details } }) => [line, details.field, details.value, code])

test('a row notes what a unit has of a kind from a day on, and by which evidence', () => {
  expect(checked([{}, { kind: '列入预算的经费', value: '5万元', source: 'budget-paper', evidence_number: '' }])).toMatchObject({
    fresh: [
      { unitId: UNIT, command: { kind: 'posts', value: 2, from: '2024-01-01', source: 'official-paper', evidenceTitle: '三定方案' } },
      { command: { kind: 'funds', value: 5_000_000, source: 'budget-paper', evidenceNumber: null } },
    ],
    problems: [],
  })
})

test('what is noted already with the same value and evidence stays as it is, whoever sends it', () => {
  expect(checked([{}], { conditions: noted(note), mayNote: () => false })).toEqual({ fresh: [], unchanged: 1, problems: [] })
})

test('another value or evidence for the same kind and day is refused: what was noted wrongly is corrected', () => {
  for (const said of [{ value: '3' }, { source: '走访' }, { evidence_title: '三定规定' }, { evidence_number: '' }])
    expect(problems([said], { conditions: noted(note) })).toEqual([[2, 'from', '2024-01-01', 'CONDITION_NOTED_ALREADY']])
})

test('what was corrected does not come back by the old file', () => {
  const corrected = { ...note, correction: { reason: '误登', at: new Date(0), by: 'clerk', insteadId: null } }
  const { problems: wrong } = checked([{}], { conditions: noted(corrected) })
  expect(wrong).toMatchObject([{ refusal: { code: 'CONDITION_ROW_CORRECTED', details: { field: 'from', reason: '误登' } } }])
  expect(problems([{ value: '3' }], { conditions: noted(corrected) })).toEqual([])
})

test('the same kind twice for one day in a file is refused with the other row', () => {
  for (const value of ['2', '3'])
    expect(checked([{}, { from: '2024/1/1', value }]).problems).toMatchObject([
      { line: 3, refusal: { code: 'CONDITION_ROW_TWICE', details: { field: 'from', other: 2 } } },
    ])
  expect(problems([{}, { from: '2024-06-01' }, { kind: 'full-time-staff' }])).toEqual([])
})

test('every wrong cell of a row is named, in the order of the columns', () => {
  const row = { unit: '无此科协', kind: '编制数', value: '2', from: '六月', source: '听说', evidence_title: '' }
  expect(problems([row])).toEqual([
    [2, 'unit', '无此科协', 'UNIT_UNKNOWN'],
    [2, 'kind', '编制数', 'CONDITION_KIND_UNKNOWN'],
    [2, 'from', '六月', 'DAY_UNREADABLE'],
    [2, 'source', '听说', 'CONDITION_SOURCE_UNKNOWN'],
    [2, 'evidence_title', '', 'CELL_EMPTY'],
  ])
  expect(problems([{ value: '100001', from: '2018-06-10', evidence_title: '文', evidence_number: 'x'.repeat(61) }])).toEqual([
    [2, 'value', '100001', 'CONDITION_VALUE_INVALID'],
    [2, 'from', '2018-06-10', 'UNIT_NOT_IN_FORCE'],
    [2, 'evidence_title', '文', 'TEXT_TOO_SHORT'],
    [2, 'evidence_number', 'x'.repeat(61), 'TEXT_TOO_LONG'],
  ])
})

test.each([
  ['a value of another kind', { value: '有' }, ['value', '有', 'CONDITION_VALUE_UNREADABLE']],
  ['half a post', { value: '0.5' }, ['value', '0.5', 'CONDITION_VALUE_INVALID']],
  ['no value, which is not zero', { value: '' }, ['value', '', 'CELL_EMPTY']],
  ['a day after the unit ended', { from: '2025-01-01' }, ['from', '2025-01-01', 'UNIT_NOT_IN_FORCE']],
  ['a formula that failed', { evidence_title: '#REF!' }, ['evidence_title', '#REF!', 'CELL_IS_FORMULA']],
])('%s is refused at its cell', (_, said, refusal) => {
  expect(problems([said])).toEqual([[2, ...refusal]])
})

test('what hangs on a day that cannot be read is not said before that is mended', () => {
  const conditions = noted({ ...note, from: '2018-06-11' })
  expect(problems([{ from: '六月' }], { conditions })).toEqual([[2, 'from', '六月', 'DAY_UNREADABLE']])
})

test('how much money is taken at most is told in yuan', () => {
  const { problems: wrong } = checked([{ kind: 'funds', value: '0.001' }])
  expect(wrong).toMatchObject([{ refusal: { code: 'CONDITION_VALUE_INVALID', details: { max: 10_000_000_000, decimals: 2 } } }])
})

test('of a unit beyond the jurisdiction of whoever imports nothing is noted', () => {
  expect(problems([{}], { mayNote: () => false })).toEqual([[2, 'unit', '东亭街道科协', 'ROW_BEYOND_JURISDICTION']])
})

test('the same row has the same id in whatever file, and another one with another value', () => {
  const idOf = (said: Partial<ConditionRow>) => checked([said]).fresh[0]?.command.noteId
  expect(idOf({ line: 9, from: '2024/1/1', value: '２' })).toBe(idOf({}))
  expect(idOf({ value: '3' })).not.toBe(idOf({}))
})
