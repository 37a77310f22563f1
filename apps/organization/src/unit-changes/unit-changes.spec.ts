import { Rejected } from '@sizhang/service-kit/rules'
import { aUnit } from '../testing/builders'
import type { Unit } from '../units/units.domain'
import { changesInOrder, checkDays, keyOf, unitChangesBetween } from './unit-changes.domain'

const paper = '锡科协发〔2020〕2号'
const [founder, county] = ['founder', 'county']
const everything: Partial<Unit> = {
  parentId: founder,
  renamings: [{ name: '东亭科协', from: '2019-01-01', paper }],
  moves: [{ parentId: county, from: '2020-05-01', paper }],
  until: '2025-01-01',
}
const between = (said: Partial<Unit>, from = '2018-01-01', to = '2026-01-01') => unitChangesBetween(aUnit(said), from, to)
const kinds = (...asked: Parameters<typeof between>) => between(...asked).map(({ kind }) => kind)

test('a unit is founded, bears another name, stands under another unit, and is dissolved', () => {
  expect(between(everything)).toEqual([
    { kind: 'FOUNDED', on: '2018-06-11', paper: null },
    { kind: 'RENAMED', on: '2019-01-01', paper, names: { before: '东亭街道科协', after: '东亭科协' } },
    { kind: 'MOVED', on: '2020-05-01', paper, parents: { before: founder, after: county } },
    { kind: 'DISSOLVED', on: '2025-01-01', paper: null },
  ])
})

test('one that was merged did not end for nothing: it says what goes on for it, and by which document', () => {
  expect(between({ until: '2025-01-01', mergedInto: 'going', dissolveReason: paper })).toEqual([
    { kind: 'FOUNDED', on: '2018-06-11', paper: null },
    { kind: 'MERGED', on: '2025-01-01', paper, mergedInto: 'going' },
  ])
})

test('one that was split says who took over, and by which document; what is split twice on one day is told once', () => {
  const part = (unitId: string) => ({ unitId, areas: [], below: [] })
  const by = { accountId: 'a', name: 'clerk' }
  const split = (id: string, ...into: string[]) => ({ id, from: '2024-01-01', paper, into: into.map(part), by, carriedOut: true })
  const splits = [
    split('s1', 'one', 'other'),
    { ...split('s2', 'one', 'third'), paper: '补充' },
    { ...split('s3', 'one'), from: '2024-06-01' },
  ]
  expect(between({ ...everything, splits }, '2023-01-01')).toMatchObject([
    { kind: 'SPLIT', on: '2024-01-01', paper: `${paper}；补充`, splitInto: ['one', 'other', 'third'] },
    { kind: 'SPLIT', on: '2024-06-01', paper, splitInto: ['one'] },
    { kind: 'DISSOLVED' },
  ])
})

test('the first of two days is what is compared with, and tells nothing; the second does', () => {
  expect(kinds(everything, '2018-06-11', '2020-05-01')).toEqual(['RENAMED', 'MOVED'])
  expect(kinds(everything, '2018-06-10', '2018-12-31')).toEqual(['FOUNDED'])
  expect(kinds(everything, '2020-05-01', '2025-01-01')).toEqual(['DISSOLVED'])
  expect(kinds(everything, '2025-01-01', '2025-01-01')).toEqual([])
})

test('one that stood under nothing moves from nothing', () => {
  expect(between({ ...everything, parentId: null }, '2020-01-01', '2021-01-01')).toMatchObject([
    { parents: { before: null, after: county } },
  ])
})

test('one that stands elsewhere from its first day was founded there, and not moved', () => {
  expect(kinds({ parentId: founder, moves: [{ parentId: county, from: '2018-06-11', paper }] })).toEqual(['FOUNDED'])
})

test('of names and moves that were to come after its end nothing came', () => {
  expect(kinds({ ...everything, until: '2018-12-31' })).toEqual(['FOUNDED', 'DISSOLVED'])
  expect(kinds({ ...everything, until: '2019-01-01' })).toEqual(['FOUNDED', 'DISSOLVED'])
})

test('changes are told by day, then unit; of one unit on one day its name comes first and its end last', () => {
  const [one, other] = ['a', 'b'].map((_id) => ({
    _id,
    ...aUnit({ ...everything, moves: [{ parentId: county, from: '2019-01-01', paper }] }),
  }))
  const told = changesInOrder([other, one] as Parameters<typeof changesInOrder>[0], '2018-12-31', '2026-01-01')
  expect(told.map(keyOf)).toEqual([
    ['2019-01-01', 'a', 1],
    ['2019-01-01', 'a', 2],
    ['2019-01-01', 'b', 1],
    ['2019-01-01', 'b', 2],
    ['2025-01-01', 'a', 5],
    ['2025-01-01', 'b', 5],
  ])
})

describe('two days', () => {
  test('may be one, and may lie twenty years apart', () => {
    expect(() => checkDays('2026-01-01', '2026-01-01')).not.toThrow()
    expect(() => checkDays('2004-02-29', '2024-02-29')).not.toThrow()
  })

  test.each([
    ['in the wrong order', '2026-01-02', '2026-01-01', 'CHANGES_END_BEFORE_THEY_START', 'to'],
    ['further apart', '2006-01-01', '2026-01-02', 'CHANGES_OVER_TOO_LONG', 'from'],
  ])('%s are refused', (_, from, to, code, field) => {
    const refused = () => checkDays(from, to)
    expect(refused).toThrow(Rejected)
    expect(refused).toThrow(expect.objectContaining({ code, details: expect.objectContaining({ field }) }))
  })
})
