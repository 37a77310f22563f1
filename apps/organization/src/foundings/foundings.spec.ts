import { randomUUID } from 'node:crypto'
import { FoundingBegun, FoundingClosed, FoundingStepTaken, type Level } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aFounding, aFoundingRecord, anArea, aUnit, PATH } from '../testing/builders'
import { daysOfTrack, standingOf } from './founding-standing.domain'
import { beginFounding, closeFounding, type BeginFounding, type FoundingSurroundings } from './foundings.domain'

const [foundingId, parentId] = [randomUUID(), randomUUID()]
const entering = { by: 'clerk', now: '2026-03-31T01:00:00.000Z', today: '2026-03-31' }
const LEVELS = new Map<string, Level>([
  ['320200', 'CITY'],
  ['320205', 'COUNTY'],
  ['320205001', 'TOWN'],
])
const around = (said: Partial<FoundingSurroundings> = {}): FoundingSurroundings => ({
  areas: new Map([['320205001', anArea()]]),
  parent: null,
  host: null,
  levels: LEVELS,
  ...said,
})
const command: BeginFounding = {
  foundingId,
  name: '东亭街道企业科协',
  type: 'ENTERPRISE',
  areaCode: '320205001',
  mode: 'JOINT_BY_AREA',
  on: '2026-01-05',
}
const fact = { foundingId, unitType: 'ENTERPRISE', area: '320205001', path: PATH, mode: 'JOINT_BY_AREA' } as const

describe('a preparatory group begins to found a unit', () => {
  test('which is reviewed by the town and replied to by the county above its seat', () => {
    given(command)
      .when(beginFounding, around(), entering)
      .then(FoundingBegun.of({ ...fact, parentId: null, on: '2026-01-05' }))
      .leaving({
        outcome: null,
        members: [],
        reviewers: [
          { level: 'TOWN', area: '320205001' },
          { level: 'COUNTY', area: '320205' },
        ],
      })
  })

  test('a town’s own association is decided on above it, a society of the city by the city', () => {
    const town = beginFounding({ ...command, type: 'TOWN', mode: 'OWN' }, around(), entering).state
    expect(town.reviewers).toEqual([{ level: 'COUNTY', area: '320205' }])
    const city = around({ areas: new Map([['320200', anArea({ code: '320200', level: 'CITY', path: ['320200'] })]]) })
    const society = beginFounding({ ...command, type: 'SOCIETY', mode: 'OWN', areaCode: '320200' }, city, entering).state
    expect(society.reviewers).toEqual([{ level: 'CITY', area: '320200' }])
  })

  test('in a place where somebody decides on its type', () => {
    const city = around({ areas: new Map([['320200', anArea({ code: '320200', level: 'CITY', path: ['320200'] })]]) })
    given({ ...command, type: 'RTA', areaCode: '320200', mode: 'OWN' as const })
      .when(beginFounding, city, entering)
      .rejects('FOUNDING_NOBODY_REVIEWS', { field: 'areaCode', value: '320200' })
  })

  test('of a type that is founded: the city association is not', () => {
    given({ ...command, type: 'CITY' })
      .when(beginFounding, around(), entering)
      .rejects('FOUNDING_TYPE_NOT_FOUNDED', { field: 'type' })
  })

  test('that could be established: its area, its parent and its host are asked for at once', () => {
    given({ ...command, areaCode: '999999999' })
      .when(beginFounding, around(), entering)
      .rejects('AREA_UNKNOWN')
    given({ ...command, parentId })
      .when(beginFounding, around({ parent: aUnit({ unitType: 'SOCIETY' }) }), entering)
      .rejects('PARENT_TYPE_NOT_ALLOWED')
    given({ ...command, mode: 'HOSTED' as const })
      .when(beginFounding, around(), entering)
      .rejects('HOST_MISSING')
    given({ ...command, type: 'NONE' })
      .when(beginFounding, around(), entering)
      .rejects('UNIT_TYPE_UNKNOWN')
  })

  test('today at the latest', () => {
    given({ ...command, on: '2026-03-31' })
      .when(beginFounding, around(), entering)
      .leaves({ outcome: null })
    given({ ...command, on: '2026-04-01' })
      .when(beginFounding, around(), entering)
      .rejects('FOUNDING_STEP_NOT_YET', { field: 'on', value: '2026-04-01', today: '2026-03-31' })
  })

  test('by an industry that is named, and by none otherwise', () => {
    const byIndustry = { ...command, mode: 'BY_INDUSTRY' as const }
    given(byIndustry).when(beginFounding, around(), entering).rejects('FOUNDING_INDUSTRY_MISSING', { field: 'industry' })
    given({ ...byIndustry, industry: '物联网' })
      .when(beginFounding, around(), entering)
      .leaves({ industry: '物联网' })
    given({ ...command, industry: '物联网' })
      .when(beginFounding, around(), entering)
      .rejects('FOUNDING_INDUSTRY_NOT_EXPECTED', { field: 'industry' })
  })

  test('with the paper that set the group up, where there is one', () => {
    expect(beginFounding({ ...command, paper: '关于成立筹备组的通知' }, around(), entering).state.records).toMatchObject([
      { step: 'PREPARATION', level: null, on: '2026-01-05', paper: '关于成立筹备组的通知', by: 'clerk' },
    ])
  })
})

describe('a founding ends early', () => {
  const open = aFounding()
  const close = { foundingId, outcome: 'WITHDRAWN', on: '2026-03-31', reason: '企业外迁' } as const
  const stands = { unitStands: false }

  test('when the group withdraws it, with its reason', () => {
    given(open)
      .when(closeFounding, close, stands, entering)
      .then(FoundingClosed.of({ ...fact, outcome: 'WITHDRAWN', on: '2026-03-31' }))
      .leaving({ outcome: 'WITHDRAWN' })
    expect(closeFounding(open, close, stands, entering).state.records.at(-1)).toMatchObject({
      step: 'CLOSING',
      reason: '企业外迁',
      by: 'clerk',
    })
    given(open)
      .when(closeFounding, { ...close, reason: ' ' }, stands, entering)
      .rejects('TEXT_TOO_SHORT', { field: 'reason' })
  })

  test('when it is let lapse, after its last day has passed', () => {
    const late = aFounding({ records: [aFoundingRecord({ step: 'PREPARATION', on: '2025-10-01' })] })
    expect(standingOf(late)?.due).toBe('2026-03-30')
    given(late)
      .when(closeFounding, { ...close, outcome: 'LAPSED' }, stands, entering)
      .leaves({ outcome: 'LAPSED' })
    given(late)
      .when(closeFounding, { ...close, outcome: 'LAPSED', on: '2026-03-30' }, stands, entering)
      .rejects('FOUNDING_NOT_OVERDUE', { field: 'on', value: '2026-03-30', due: '2026-03-30' })
  })

  test('never while its unit stands, and only once', () => {
    given(open).when(closeFounding, close, { unitStands: true }, entering).rejects('FOUNDING_UNIT_STANDS', { field: 'on' })
    given(aFounding({ outcome: 'REFUSED' }))
      .when(closeFounding, close, stands, entering)
      .rejects('FOUNDING_OVER', { value: 'REFUSED' })
  })

  test('not before its last step, and not tomorrow', () => {
    given(open)
      .when(closeFounding, { ...close, on: '2026-01-04' }, stands, entering)
      .rejects('FOUNDING_STEP_BEFORE_LAST', { last: '2026-01-05' })
    given(open)
      .when(closeFounding, { ...close, on: '2026-04-01' }, stands, entering)
      .rejects('FOUNDING_STEP_NOT_YET')
  })
})

test('each fact says how many were on the list', () => {
  expect(
    FoundingStepTaken.data.safeParse({ ...fact, step: 'RULES', level: null, returned: false, persons: 0, units: 2, on: '2026-01-05' })
      .success,
  ).toBe(true)
})

test('of a founding that is over nobody has anything to do, and its steps keep their days', () => {
  const refused = aFounding({ outcome: 'REFUSED' })
  expect(standingOf(refused)).toBeNull()
  expect(daysOfTrack(refused).map(({ step }) => step)).toEqual([
    ...['COLLECTION', 'RULES', 'APPLICATION', 'REVIEW', 'REPLY', 'MEETING', 'FILING', 'PLATE'],
  ])
})
