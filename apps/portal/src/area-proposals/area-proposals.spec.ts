import type { ListedAreaChangeFragment } from '../graph.generated'
import { addressOf, correctionsOf, countByKind, proposalsTo } from './area-proposals'

const area = { code: '320205001' }
const row = { code: '320205010' }
const change = (kind: ListedAreaChangeFragment['kind']) => ({ kind, area, row }) as unknown as ListedAreaChangeFragment

test('a list goes up with its day and its document', () => {
  expect(proposalsTo('2026-01-01', ' 苏政复〔2025〕9号 ')).toBe(
    `/files/organization/area-proposals?on=2026-01-01&paper=${encodeURIComponent('苏政复〔2025〕9号')}`,
  )
})

test('changes are counted by kind, what loses most first', () => {
  expect(countByKind([change('RECODED'), change('GONE'), change('RECODED')])).toEqual([
    { kind: 'GONE', count: 1 },
    { kind: 'RECODED', count: 2 },
  ])
})

test('what a change may be corrected to goes by what it is about', () => {
  expect(correctionsOf({ area, row: null })).toEqual(['CONTINUED', 'MERGED', 'GONE'])
  expect(correctionsOf({ area: null, row })).toEqual(['CONTINUED', 'SPLIT', 'ADDED'])
  expect(correctionsOf({ area, row })).toEqual(['CONTINUED', 'MERGED', 'GONE', 'SPLIT', 'ADDED'])
})

test('a change is named by its area, its row, or both', () => {
  expect([addressOf({ area, row: null }), addressOf({ area, row })]).toEqual(['area=320205001', 'area=320205001&row=320205010'])
})
