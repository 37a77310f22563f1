import { randomUUID } from 'node:crypto'
import { UnitMoved, UnitSplit, UnitTookAreas } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { moveAlong } from '../merges/merges.domain'
import { aUnit, PATH } from '../testing/builders'
import { coversOn, dissolveUnit, type Merger, type Unit } from '../units/units.domain'
import type { Split } from './handovers.domain'
import { conflictsOfSplit, type SplitSurroundings } from './split-conflicts.domain'
import { handoversOf, splitCarriedOut, splitUnit, stepsOfSplit, takeOver, type SplitInto } from './splits.domain'

const [unitId, firstId, secondId, belowId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const on = '2025-01-01'
const paper = '新吴办〔2024〕9号'
const by = { accountId: randomUUID(), name: 'clerk' }
const [OWN, FIRST, SECOND] = ['320205001', '320205002', '320205003'] as const
const street = (code: string, said: Partial<Unit> = {}) =>
  aUnit({ areaCode: code, path: [...PATH.slice(0, 2), code], covers: [code], ...said })
const joint = (said: Partial<Unit> = {}) => street(OWN, { covers: [OWN, FIRST, SECOND], ...said })
const first = street(FIRST, { covers: [FIRST] })
const second = street(SECOND, { covers: [] })
const firm = (said: Partial<Unit> = {}) =>
  aUnit({ unitType: 'ENTERPRISE', areaCode: null, path: first.path, covers: [], parentId: unitId, ...said })
const into = (said: Partial<SplitInto> = {}): SplitInto => ({ unitId: firstId, areaCodes: [FIRST], belowIds: [], ...said })
const known = (units: Record<string, Unit> = {}, below: Record<string, Unit> = {}): SplitSurroundings => ({
  named: new Map(Object.entries({ [firstId]: first, [secondId]: second, ...below, ...units })),
  below: Object.entries(below).map(([id, unit]) => ({ id, unit })),
})
const both = [into({ belowIds: [belowId] }), into({ unitId: secondId, areaCodes: [SECOND] })]
const splitting = (said: object = {}) => ({ unitId, into: both, on, paper, id: 's1', by, ...said })
const split = (said: Partial<Split> = {}): Split => ({ id: 's1', from: on, paper, into: handoversOf(both), by, carriedOut: true, ...said })
const merger = (said: Partial<Merger>): Merger => ({
  ...{ id: 'm1', from: on, paper, predecessors: [], below: [], areas: [], by, carriedOut: true },
  ...said,
})

describe('a unit hands over areas and goes on', () => {
  test('it is decided by what is written down; the areas stay until the others have them', () => {
    given(joint())
      .when(splitUnit, splitting(), known({}, { [belowId]: firm() }))
      .then()
      .leaving({ splits: [split({ carriedOut: false })] })
    const decided = splitUnit(joint(), splitting(), known({}, { [belowId]: firm() })).state
    expect(coversOn(decided, on)).toEqual([OWN, FIRST, SECOND])
  })

  test('the others cover them from that day on, and not before', () => {
    const [, handover] = split().into
    if (!handover) throw new Error('no second one')
    given(second)
      .when(takeOver, unitId, split(), handover)
      .then(
        UnitTookAreas.of({
          ...{ unitId: secondId, unitType: 'TOWN', area: SECOND, path: second.path, predecessorId: unitId },
          ...{ areas: [SECOND], covers: [SECOND], on },
        }),
      )
      .leaving({ takeovers: [{ id: 's1', from: on, paper, predecessorId: unitId, areas: [SECOND], gained: [SECOND] }] })
    const taken = takeOver(second, unitId, split(), handover).state
    expect([coversOn(taken, '2024-12-31'), coversOn(taken, on)]).toEqual([[], [SECOND]])
  })

  test('an area that one of them covers already is none that it newly covers', () => {
    const [handover] = split().into
    if (!handover) throw new Error('no first one')
    expect(takeOver(first, unitId, split(), handover).facts[0]?.data).toMatchObject({ areas: [], covers: [FIRST] })
  })

  test('once all is done the unit covers them no more, from that day on', () => {
    const waiting = split({ carriedOut: false })
    const told = [
      { unitId: firstId, areas: [FIRST] },
      { unitId: secondId, areas: [SECOND] },
    ]
    given(joint({ splits: [waiting, split({ id: 's2' })] }))
      .when(splitCarriedOut, unitId, waiting)
      .then(UnitSplit.of({ unitId, unitType: 'TOWN', area: OWN, path: PATH, areas: [FIRST, SECOND], into: told, on }))
      .leaving({ splits: [split(), split({ id: 's2' })] })
    const done = splitCarriedOut(joint({ splits: [waiting] }), unitId, waiting).state
    expect([coversOn(done, '2024-12-31'), coversOn(done, on)]).toEqual([[OWN, FIRST, SECOND], [OWN]])
  })

  test('what goes along stands below the one that took over; each step is one of the unit that it changes', () => {
    given(firm())
      .when(moveAlong, belowId, firstId, split())
      .then(UnitMoved.of({ unitId: belowId, unitType: 'ENTERPRISE', area: null, path: first.path, parentId: firstId, on }))
    const { steps, command } = stepsOfSplit(unitId, split())
    expect(steps.map((step) => step.unitId)).toEqual([firstId, secondId, belowId])
    expect(steps[2]?.take(firm()).state.moves).toEqual([{ parentId: firstId, from: on, paper }])
    expect(command.commandId).toBe('s1')
  })

  test('who is named twice takes over both, and each thing once', () => {
    expect(
      handoversOf([into(), into({ areaCodes: [FIRST, SECOND], belowIds: [belowId, belowId] }), into({ belowIds: undefined })]),
    ).toEqual([{ unitId: firstId, areas: [FIRST, SECOND], below: [belowId] }])
  })
})

describe('an area goes over by the order of days', () => {
  test('it is handed over, comes back by a merger, and is handed over again', () => {
    const unit = joint({
      splits: [split({ from: '2020-01-01' }), split({ from: '2024-01-01' })],
      mergers: [merger({ from: '2022-01-01', areas: [FIRST] })],
    })
    const covered = ['2019-12-31', '2020-01-01', '2022-01-01', '2024-01-01'].map((day) => coversOn(unit, day).includes(FIRST))
    expect(covered).toEqual([true, false, true, false])
  })

  test('of one day, what is taken over comes before what is handed over', () => {
    const unit = street(OWN, {
      splits: [split()],
      takeovers: [{ id: 't', from: on, paper, predecessorId: secondId, areas: [FIRST], gained: [FIRST] }],
    })
    expect(coversOn(unit, on)).toEqual([OWN])
  })

  test('nobody ends on or before a day on which he takes part', () => {
    const end = { unitId, on, reason: '撤销' }
    const free = { unitsBelow: 0, seatsHeld: 0, employersCovered: 0 }
    const taking = [{ id: 't', from: on, paper, predecessorId: secondId, areas: [], gained: [] }]
    for (const part of [{ splits: [split()] }, { mergers: [merger({})] }, { takeovers: taking }]) {
      given(joint(part)).when(dissolveUnit, end, free).rejects('UNIT_TAKES_PART_LATER', { field: 'on', value: on, from: on })
      expect(dissolveUnit(joint(part), { ...end, on: '2025-01-02' }, free).state.until).toBe('2025-01-02')
    }
  })
})

describe('a split is refused', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `${at}`)
  const later = [split({ from: '2026-01-01' })]
  const refused: [string, Partial<Unit>, object, Record<string, Unit>, string, string][] = [
    ['without a document', {}, { paper: '' }, {}, 'TEXT_TOO_SHORT', 'paper'],
    ['into none', {}, { into: [] }, {}, 'SPLIT_INTO_NONE', 'into'],
    ['into twenty-one', {}, { into: many(21).map((id) => into({ unitId: id })) }, {}, 'SPLIT_OF_SO_MANY', 'into'],
    ['of 501 areas', {}, { into: [into({ areaCodes: many(501) })] }, {}, 'SPLIT_OF_SO_MANY', 'areaCodes'],
    ['with 501 units below', {}, { into: [into({ belowIds: many(501) })] }, {}, 'SPLIT_OF_SO_MANY', 'belowIds'],
    ['before the unit was founded', { from: '2025-01-02' }, { into: [into()] }, {}, 'UNIT_NOT_IN_FORCE', 'on'],
    ['of one that is to end', { until: '2030-01-01' }, { into: [into()] }, {}, 'SPLIT_UNIT_ENDS', 'unitId'],
    ['of its own area', {}, { into: [into({ areaCodes: [OWN] })] }, {}, 'SPLIT_OF_OWN_AREA', 'areaCodes'],
    ['of an area that it does not cover', {}, { into: [into({ areaCodes: ['320205009'] })] }, {}, 'SPLIT_OF_AREA_NOT_COVERED', 'areaCodes'],
    ['of an area handed over before', { splits: [split()] }, { into: [into()] }, {}, 'SPLIT_OF_AREA_NOT_COVERED', 'areaCodes'],
    ['of an area that is handed over later', { splits: later }, { into: [into()] }, {}, 'AREA_HANDED_OVER_LATER', 'areaCodes'],
    ['of one area to two', {}, { into: [into(), into({ unitId: secondId })] }, {}, 'SPLIT_GIVES_TWICE', 'areaCodes'],
    ['of nothing', {}, { into: [into({ areaCodes: [] })] }, {}, 'SPLIT_HANDS_OVER_NOTHING', 'areaCodes'],
    ['into itself', {}, { into: [into({ unitId })] }, {}, 'SPLIT_INTO_ITSELF', 'into'],
    ['into one that there is not', {}, { into: [into({ unitId: 'nobody' })] }, {}, 'UNIT_UNKNOWN', 'into'],
    ['into another type', {}, { into: [into()] }, { [firstId]: firm() }, 'SPLIT_OF_TYPES', 'into'],
    ['into one that begins later', {}, { into: [into()] }, { [firstId]: street(FIRST, { from: '2025-01-02' }) }, 'UNIT_NOT_IN_FORCE', 'on'],
    ['into one that ends', {}, { into: [into()] }, { [firstId]: { ...first, until: '2030-01-01' } }, 'SPLIT_SUCCESSOR_ENDS', 'into'],
    [
      'into one that hands the area on that very day',
      {},
      { into: [into()] },
      { [firstId]: { ...first, splits: [split({ into: [{ unitId: secondId, areas: [FIRST], below: [] }] })] } },
      'AREA_HANDED_OVER_LATER',
      'areaCodes',
    ],
  ]
  test.each(refused)('%s', (_, unit, said, units, code, field) => {
    given(joint(unit)).when(splitUnit, splitting(said), known(units)).rejects(code, { field })
  })

  const onDay = (said: Partial<Split>) => split({ ...said, into: [{ unitId: secondId, areas: [FIRST], below: [] }] })
  test('not when the one that takes over hands the area on at another day', () => {
    for (const from of ['2024-12-31', '2025-01-02']) {
      const passing = { ...first, splits: [onDay({ from })] }
      expect(conflictsOfSplit(joint(), { unitId, into: handoversOf([into()]), on }, known({ [firstId]: passing }))).toEqual([])
    }
  })

  const codesOf = (unit: Unit, belowIds: string[], going: SplitInto[] = [into({ belowIds })]) =>
    conflictsOfSplit(joint(), { unitId, into: handoversOf(going), on }, known({}, { [belowId]: unit })).map((each) => [
      each.unitId,
      each.refusal.code,
    ])
  test.each([
    ['moves on that day', firm({ moves: [{ parentId: secondId, from: on, paper }] }), 'SPLIT_MEETS_LATER_MOVE'],
    ['comes to it later', firm({ parentId: null, moves: [{ parentId: unitId, from: '2026-01-01', paper }] }), 'SPLIT_MEETS_LATER_MOVE'],
    ['begins later', firm({ from: '2027-01-01' }), 'SPLIT_MEETS_LATER_MOVE'],
    ['stands below another', firm({ parentId: secondId }), 'SPLIT_OF_UNIT_NOT_BELOW'],
    ['has ended', firm({ until: on }), 'SPLIT_OF_UNIT_NOT_BELOW'],
    ['may not stand there by its type', firm({ unitType: 'SCHOOL' }), 'PARENT_TYPE_NOT_ALLOWED'],
    ['lies where the one that takes over neither lies nor covers', firm({ path: PATH }), 'MOVE_LEAVES_PLACE'],
  ])('while a unit that is to go along %s', (_, unit, code) => {
    expect(codesOf(unit, [belowId])).toEqual([[belowId, code]])
  })

  test('of a unit below that there is not, or to two at once', () => {
    const nobody = randomUUID()
    expect(codesOf(firm(), [belowId, nobody])).toEqual([[nobody, 'UNIT_UNKNOWN']])
    const joined = firm({ areaCode: FIRST })
    expect(
      codesOf(joined, [], [into({ belowIds: [belowId] }), into({ unitId: secondId, areaCodes: [SECOND], belowIds: [belowId] })]),
    ).toEqual([
      [belowId, 'SPLIT_GIVES_TWICE'],
      [belowId, 'SPLIT_GIVES_TWICE'],
    ])
  })

  test('when what lies in an area handed over, without one of its own, would stay behind; not when it may stay', () => {
    expect(codesOf(firm(), [])).toEqual([[belowId, 'SPLIT_LEAVES_BELOW']])
    expect(codesOf(firm(), [belowId])).toEqual([])
    expect(codesOf(firm({ path: PATH }), [])).toEqual([])
    expect(codesOf(firm({ areaCode: FIRST }), [])).toEqual([])
    expect(codesOf(firm({ path: ['320200', '320206'] }), [])).toEqual([])
  })

  test('for all reasons at once, each with the unit that it is about', () => {
    const going = [into({ unitId, areaCodes: [OWN] }), into({ areaCodes: [], belowIds: [belowId] })]
    const surroundings = known({ [firstId]: { ...first, until: '2030-01-01' } }, { [belowId]: firm({ from: '2027-01-01' }) })
    const conflicts = conflictsOfSplit(joint({ until: '2030-01-01' }), { unitId, into: handoversOf(going), on }, surroundings)
    expect(conflicts.map((each) => [each.unitId, each.refusal.code])).toEqual([
      [unitId, 'SPLIT_UNIT_ENDS'],
      [unitId, 'SPLIT_OF_OWN_AREA'],
      [unitId, 'SPLIT_INTO_ITSELF'],
      [firstId, 'SPLIT_SUCCESSOR_ENDS'],
      [firstId, 'SPLIT_HANDS_OVER_NOTHING'],
      [belowId, 'SPLIT_MEETS_LATER_MOVE'],
    ])
  })
})
