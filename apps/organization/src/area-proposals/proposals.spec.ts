import { randomUUID } from 'node:crypto'
import { AreaProposalAccepted, AreaProposalCarriedOut, AreaProposalDiscarded, AreaProposalMade } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { checkAreaList, type AreaRow } from '../areas/areas.domain'
import { aRow, CITY_AND_COUNTY } from '../testing/builders'
import { presentOn, type ListedRow } from './lists.domain'
import {
  acceptAreaProposal,
  beginCarrying,
  correctAreaProposal,
  discardAreaProposal,
  finishCarrying,
  proposeAreaList,
  type AreaProposal,
  type AreasNow,
} from './proposals.domain'
import { countSteps, stepsOf } from './steps.domain'

const proposalId = randomUUID()
const on = '2026-01-01'
const paper = '苏政复〔2025〕9号'
const streets = ['东亭街道', '安镇街道', '厚桥街道', '羊尖镇', '鹅湖镇'].map((name, at) =>
  aRow({ code: `32020500${at + 1}`, name, line: at + 4 }),
)
const BEFORE = [...CITY_AND_COUNTY, ...streets]

const now: AreasNow = {
  present: presentOn(checkAreaList(BEFORE, new Map()).fresh, '2025-12-31'),
  basis: '7/7',
  lastChange: '2025-06-30',
  borne: new Set(BEFORE.map(({ code }) => code)),
}
const listed = (rows: AreaRow[]): ListedRow[] =>
  checkAreaList(rows, new Map()).fresh.map((area) => ({ ...area, parent: area.path.at(-2) ?? null }))
const propose = (rows: AreaRow[], said: object = {}) =>
  proposeAreaList({ proposalId, list: listed(rows), on, paper, roots: ['320200'], enteredAt: '2025-12-01T01:00:00.000Z', ...said }, now)
const proposed = (rows: AreaRow[], said: Partial<AreaProposal> = {}): AreaProposal => ({ ...propose(rows).state, ...said })
const without = (...codes: string[]) => BEFORE.filter(({ code }) => !codes.includes(code))
const renamed = [...without('320205001'), aRow({ name: '云林街道' })]

test('a new list is kept with what it changes, and nothing else happens', () => {
  const { state, facts } = propose(renamed)
  expect(facts).toEqual([AreaProposalMade.of({ proposalId, on, changes: 1 })])
  expect(state).toMatchObject({ standing: 'OPEN', present: 7, changes: [{ kind: 'RENAMED', area: '320205001' }] })
})

test.each([
  ['that holds from a day on which something changed', { on: '2025-06-30' }, 'AREA_LIST_TOO_EARLY', 'on'],
  ['without a document', { paper: '' }, 'TEXT_TOO_SHORT', 'paper'],
])('not one %s', (_, said, code, field) => {
  expect(() => propose(renamed, said)).toThrow(expect.objectContaining({ code, details: expect.objectContaining({ field }) }))
})

test('a code that another area bore first is not given to a new one', () => {
  const rows = [...without('320205001'), aRow({ name: '云林街道' })]
  const borne = { ...now, present: now.present.filter(({ id }) => id !== '320205001') }
  const command = { proposalId, list: listed(rows), on, paper, roots: ['320200'], enteredAt: '' }
  expect(() => proposeAreaList(command, borne)).toThrow(expect.objectContaining({ code: 'AREA_CODE_BORNE_BEFORE' }))
})

describe('a yes', () => {
  const accept =
    (proposal: AreaProposal, reason?: string, areas = now) =>
    () =>
      acceptAreaProposal(proposal, { proposalId, reason }, areas, 'clerk')

  test('is what carries a proposal out', () => {
    const { state, facts } = accept(proposed(renamed))()
    expect(facts).toEqual([AreaProposalAccepted.of({ proposalId, on, changes: 1, forced: false })])
    expect(state).toMatchObject({ standing: 'ACCEPTED', carrying: true, acceptedBy: 'clerk', reason: null })
  })

  test('to a list that drops a county takes a reason', () => {
    const dropped = proposed(CITY_AND_COUNTY.slice(0, 1))
    expect(accept(dropped)).toThrow(
      expect.objectContaining({ code: 'AREA_LIST_LOSES_TOO_MANY', details: { field: 'reason', value: 6, present: 7, counties: 1 } }),
    )
    expect(accept(dropped, '行')).toThrow(expect.objectContaining({ code: 'TEXT_TOO_SHORT' }))
    expect(accept(dropped, '区划调整，县级撤销')().state.reason).toBe('区划调整，县级撤销')
  })

  test('to a list that loses more than a few takes a reason, and three are a few', () => {
    expect(accept(proposed(without('320205001', '320205002', '320205003', '320205004')))).toThrow(
      expect.objectContaining({ code: 'AREA_LIST_LOSES_TOO_MANY' }),
    )
    expect(accept(proposed(without('320205001', '320205002', '320205003')), '不需要')().state.reason).toBeNull()
  })

  test.each([
    ['to one that was put away', proposed(renamed, { standing: 'DISCARDED' }), now, 'AREA_PROPOSAL_CLOSED'],
    ['when areas have changed since', proposed(renamed), { ...now, basis: '7/8' }, 'AREA_PROPOSAL_OUTDATED'],
    ['to one that changes nothing', proposed(BEFORE), now, 'AREA_LIST_THE_SAME'],
  ])('is not given %s', (_, proposal, areas, code) => {
    expect(accept(proposal, undefined, areas)).toThrow(expect.objectContaining({ code }))
  })
})

test('a no puts it away with a reason', () => {
  given(proposed(renamed))
    .when(discardAreaProposal, { proposalId, reason: '传错了文件' })
    .then(AreaProposalDiscarded.of({ proposalId, on, outdated: false }))
    .leaving({ standing: 'DISCARDED', reason: '传错了文件' })
  given(proposed(renamed, { standing: 'CARRIED_OUT' }))
    .when(discardAreaProposal, { proposalId, reason: '传错' })
    .rejects('AREA_PROPOSAL_CLOSED')
})

describe('it is corrected', () => {
  const rows = [...without('320205001', '320205002'), aRow({ code: '320205010', name: '锡东街道' })]
  const merged = { proposalId, as: 'MERGED', area: '320205001', listCode: '320205010' } as const
  const correct = (said: object, proposal = proposed(rows)) => correctAreaProposal(proposal, { ...merged, ...said }, now)

  test('and compared anew; the last word on an area counts', () => {
    const once = correct({}).state
    expect(once.changes.map(({ kind }) => kind)).toEqual(['MERGED', 'GONE', 'ADDED'])
    const again = correctAreaProposal(once, { proposalId, as: 'CONTINUED', area: '320205001', listCode: '320205010' }, now).state
    expect(again.corrections).toEqual([{ as: 'CONTINUED', area: '320205001', listCode: '320205010' }])
    expect(again.changes.map(({ kind }) => kind)).toEqual(['GONE', 'RECODED'])
  })

  test('two merge into one', () => {
    const both = correctAreaProposal(correct({}).state, { ...merged, area: '320205002' }, now).state
    expect(both.changes.map(({ kind, other }) => [kind, other])).toEqual([
      ['MERGED', '320205010'],
      ['MERGED', '320205010'],
      ['ADDED', null],
    ])
  })

  test('an area is a part of one that goes on as it is', () => {
    expect(correct({ listCode: '320205003' }).state.changes[0]).toMatchObject({ kind: 'MERGED', other: '320205003' })
  })

  test.each([
    ['without the area', { area: null }, 'AREA_CORRECTION_UNFIT', 'area'],
    ['with a code where none belongs', { as: 'GONE' }, 'AREA_CORRECTION_UNFIT', 'listCode'],
    ['of an area that goes on as it is', { area: '320205003' }, 'AREA_NOT_IN_PROPOSAL', 'area'],
    ['of an area that there is not', { area: '320299001' }, 'AREA_NOT_IN_PROPOSAL', 'area'],
    ['into one that the list has not', { listCode: '320205099' }, 'AREA_NOT_IN_NEW_LIST', 'listCode'],
    ['into one of another level', { listCode: '320205' }, 'AREA_NOT_IN_NEW_LIST', 'listCode'],
    ['as one that is in force as it is', { as: 'CONTINUED', listCode: '320205003' }, 'AREA_NOT_IN_NEW_LIST', 'listCode'],
  ])('not %s', (_, said, code, field) => {
    expect(() => correct(said)).toThrow(expect.objectContaining({ code, details: expect.objectContaining({ field }) }))
  })
})

describe('it is carried out', () => {
  const accepted = (said: Partial<AreaProposal> = {}) => proposed(renamed, { standing: 'ACCEPTED', carrying: true, ...said })

  test('only where areas are as they were, and to its end once it was begun', () => {
    expect(beginCarrying(accepted(), { proposalId }, '7/7').state.begun).toBe(true)
    expect(beginCarrying(accepted({ begun: true }), { proposalId }, '7/9').state.standing).toBe('ACCEPTED')
    const { state, facts } = beginCarrying(accepted(), { proposalId }, '7/8')
    expect(facts).toEqual([AreaProposalDiscarded.of({ proposalId, on, outdated: true })])
    expect([state.standing, 'carrying' in state]).toEqual(['OUTDATED', false])
  })

  test('and then is done, once', () => {
    const { state, facts } = finishCarrying(accepted({ begun: true }), { proposalId })
    expect(facts).toEqual([AreaProposalCarriedOut.of({ proposalId, on, changes: 1 })])
    expect([state.standing, 'carrying' in state]).toEqual(['CARRIED_OUT', false])
    expect(finishCarrying(state, { proposalId }).facts).toEqual([])
  })

  test('step by step: who carries on is there before another ends', () => {
    const rows = [
      ...without('320205001', '320205002'),
      aRow({ code: '320205010', name: '锡东街道' }),
      aRow({ code: '320205101', name: '甘露镇', kind: 'town' }),
    ]
    const corrections = [
      ['MERGED', '320205001', '320205010'],
      ['MERGED', '320205002', '320205003'],
      ['SPLIT', '320205005', '320205101'],
    ] as const
    const proposal = corrections.reduce(
      (state, [as, area, listCode]) => correctAreaProposal(state, { proposalId, as, area, listCode }, now).state,
      proposed(rows),
    )
    const { establish, redesignate, end } = stepsOf(proposal, proposalId, now.present)
    expect(establish.map(({ code, path, from, splitFrom }) => [code, path.at(-2), from, splitFrom])).toEqual([
      ['320205010', '320205', on, null],
      ['320205101', '320205', on, '320205005'],
    ])
    expect(redesignate).toEqual([])
    expect(end.map(({ area, how, successors, heir }) => [area, how, successors, heir])).toEqual([
      ['320205001', 'MERGED', ['320205010'], ['320200', '320205', '320205010']],
      ['320205002', 'MERGED', ['320205003'], ['320200', '320205', '320205003']],
    ])
    expect(countSteps(proposal.changes)).toBe(4)
  })
})
