import { randomUUID } from 'node:crypto'
import { UnitMerged, UnitMoved, UnitTookOver } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aDesignation, aUnit, PATH } from '../testing/builders'
import { coversOn, type Merger, type Unit } from '../units/units.domain'
import { conflictsOfMerger, endByMerger, mergerCarriedOut, mergeUnits, moveAlong, type Predecessor } from './merges.domain'

const [unitId, firstId, secondId, belowId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const on = '2025-01-01'
const paper = '新吴办〔2024〕9号'
const by = { accountId: randomUUID(), name: 'clerk' }
const street = (code: string, said: Partial<Unit> = {}) =>
  aUnit({ areaCode: code, path: [...PATH.slice(0, 2), code], covers: [code], ...said })
const going = street('320205001')
const first = street('320205002')
const second = street('320205003')
const firm = (said: Partial<Unit> = {}) =>
  aUnit({ unitType: 'ENTERPRISE', areaCode: null, path: first.path, covers: [], parentId: firstId, ...said })
const ending = (id: string, unit: Unit | null, said: Partial<Predecessor> = {}): Predecessor => ({
  ...{ id, unit, below: [], seatsHeld: 0, employersCovered: 0 },
  ...said,
})
const both = [ending(firstId, first, { below: [{ id: belowId, unit: firm() }] }), ending(secondId, second)]
const merge = (said: object = {}) => ({ unitId, predecessorIds: [firstId, secondId], on, paper, id: 'm1', by, ...said })
const merger: Merger = {
  ...{ id: 'm1', from: on, paper, predecessors: [firstId, secondId], below: [belowId], areas: ['320205002', '320205003'], by },
  carriedOut: false,
}

describe('several units become one', () => {
  test('which covers their areas from the day on, and not before', () => {
    given(going)
      .when(mergeUnits, merge(), both)
      .then(
        UnitTookOver.of({
          ...{ unitId, unitType: 'TOWN', area: '320205001', path: PATH, predecessorIds: [firstId, secondId], on },
          ...{ areas: ['320205002', '320205003'], covers: ['320205001', '320205002', '320205003'] },
        }),
      )
      .leaving({ covers: ['320205001'], mergers: [merger] })
    const merged = mergeUnits(going, merge(), both).state
    expect([coversOn(merged, '2024-12-31'), coversOn(merged, on)]).toEqual([['320205001'], ['320205001', '320205002', '320205003']])
  })

  test('the others end on that day, and say what goes on for them', () => {
    given(first)
      .when(endByMerger, firstId, unitId, merger)
      .then(UnitMerged.of({ unitId: firstId, unitType: 'TOWN', area: '320205002', path: first.path, successorId: unitId, on }))
      .leaving({ until: on, dissolveReason: paper, mergedInto: unitId })
  })

  test('what stood below them stands below the one from that day on', () => {
    given(firm())
      .when(moveAlong, belowId, unitId, merger)
      .then(UnitMoved.of({ unitId: belowId, unitType: 'ENTERPRISE', area: null, path: first.path, parentId: unitId, on }))
      .leaving({ moves: [{ parentId: unitId, from: on, paper }] })
  })

  test('an area that both cover is taken over once, one that it covers already not at all', () => {
    const joint = street('320205002', { covers: ['320205002', '320205003', '320205001'] })
    const { mergers } = mergeUnits(going, merge(), [ending(firstId, joint), ending(secondId, second)]).state
    expect(mergers?.[0]?.areas).toEqual(['320205002', '320205003'])
  })

  test('a merger is carried out once, and others stay as they are', () => {
    const other = { ...merger, id: 'm2' }
    expect(mergerCarriedOut({ ...going, mergers: [merger, other] }, 'm1').state.mergers).toEqual([{ ...merger, carriedOut: true }, other])
  })
})

describe('a merger is refused', () => {
  const refused: [string, Partial<Unit>, object, Predecessor[], string, string][] = [
    ['without a document', {}, { paper: '' }, both, 'TEXT_TOO_SHORT', 'paper'],
    ['of none', {}, { predecessorIds: [] }, [], 'MERGER_OF_SO_MANY', 'predecessorIds'],
    ['of twenty-one', {}, { predecessorIds: Array.from({ length: 21 }, (_, at) => `${at}`) }, [], 'MERGER_OF_SO_MANY', 'predecessorIds'],
    ['into one of those that end', {}, { predecessorIds: [unitId] }, [], 'MERGED_INTO_ITSELF', 'predecessorIds'],
    ['into one that begins later', { from: '2025-01-02' }, {}, both, 'UNIT_NOT_IN_FORCE', 'on'],
    ['into one that is to end', { until: '2030-01-01' }, {}, both, 'SUCCESSOR_ENDS', 'unitId'],
    ['of one that there is not', {}, {}, [ending(firstId, null)], 'UNIT_UNKNOWN', 'predecessorIds'],
    ['of another type', {}, {}, [ending(firstId, firm())], 'MERGER_OF_TYPES', 'predecessorIds'],
    [
      'of one that ended or is to end',
      {},
      {},
      [ending(firstId, { ...first, until: '2026-01-01' })],
      'UNIT_DISSOLVED_ALREADY',
      'predecessorIds',
    ],
    ['on the day on which one was founded', {}, {}, [ending(firstId, { ...first, from: on })], 'UNIT_NOT_IN_FORCE', 'on'],
    ['while seats are held', {}, {}, [ending(firstId, first, { seatsHeld: 2 })], 'UNIT_HAS_SEATS_HELD', 'predecessorIds'],
    ['while employers are covered', {}, {}, [ending(firstId, first, { employersCovered: 2 })], 'UNIT_COVERS_EMPLOYERS', 'predecessorIds'],
    ['of a pilot', {}, {}, [ending(firstId, { ...first, designations: [aDesignation()] })], 'UNIT_IS_PILOT', 'predecessorIds'],
  ]
  test.each(refused)('%s', (_, unit, said, predecessors, code, field) => {
    given({ ...going, ...unit })
      .when(mergeUnits, merge(said), predecessors)
      .rejects(code, { field })
  })

  const below = (unit: Unit) => [ending(firstId, first, { below: [{ id: belowId, unit }] }), ending(secondId, null)]
  test.each([
    ['moves on that day', firm({ moves: [{ parentId: secondId, from: on, paper }] }), on],
    ['comes to it later', firm({ parentId: null, moves: [{ parentId: firstId, from: '2026-01-01', paper }] }), '2026-01-01'],
    ['begins later', firm({ from: '2027-01-01' }), '2027-01-01'],
  ])('while a unit below %s', (_, unit, from) => {
    const conflicts = conflictsOfMerger(going, merge(), below(unit))
    expect(conflicts.map(({ unitId: about, refusal }) => [about, refusal.code])).toEqual([
      [secondId, 'UNIT_UNKNOWN'],
      [belowId, 'MERGER_MEETS_LATER_MOVE'],
    ])
    expect(conflicts[1]?.refusal.details).toMatchObject({ from })
  })

  test('when what stands below would stand where the one neither lies nor covers', () => {
    const elsewhere = firm({ path: ['320200', '320206', '320206001'] })
    expect(conflictsOfMerger(going, merge(), below(elsewhere)).at(-1)?.refusal.code).toBe('MOVE_LEAVES_PLACE')
  })

  test('for all reasons at once, each with the unit that it is about', () => {
    const burdened = ending(firstId, first, { seatsHeld: 1, employersCovered: 1 })
    const conflicts = conflictsOfMerger({ ...going, until: '2030-01-01' }, merge(), [burdened, ending(secondId, null)])
    expect(conflicts.map((each) => [each.unitId, each.refusal.code])).toEqual([
      [unitId, 'SUCCESSOR_ENDS'],
      [firstId, 'UNIT_HAS_SEATS_HELD'],
      [firstId, 'UNIT_COVERS_EMPLOYERS'],
      [secondId, 'UNIT_UNKNOWN'],
    ])
  })
})
