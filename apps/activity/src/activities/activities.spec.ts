import { randomUUID } from 'node:crypto'
import { ActivityCorrected, ActivityRecorded, ActivityWithdrawn } from '@sizhang/contracts'
import { checkFigures } from '@sizhang/packs'
import { given } from '@sizhang/testing'
import { anActivity, aPost, aRecord, around, CO_HOST, FREE_CLINIC, HOST, OTHER_STREET, STREET, TODAY } from '../testing/builders'
import {
  commonPath,
  correctActivity,
  recordActivity,
  withdrawActivity,
  type Activity,
  type ActivitySurroundings,
  type RecordActivity,
} from './activities.domain'

const activityId = randomUUID()
/** The fact of an activity as it is kept. */
const fact = ({ title: _t, place: _p, withdrawn: _w, withdrawReason: _r, areaCode: area, placeKind: kind, ...rest }: Activity) => ({
  ...rest,
  activityId,
  place: { area, kind },
})

describe('an activity that was held is recorded', () => {
  test('with its figures in the order of the form; title and place stay inside', () => {
    given(aRecord({ activityId, place: '东亭文化站', areaCode: '320205001' }))
      .when(recordActivity, around())
      .then(ActivityRecorded.of(fact(anActivity({ areaCode: '320205001' }))))
      .leaving({ title: '义诊进社区', place: '东亭文化站', withdrawn: false })
  })

  test('led by a post that was in force that day', () => {
    const post = aPost()
    const { from: _, until: __, path: ___, ...ledBy } = post
    given(aRecord({ activityId, ledById: post.appointmentId }))
      .when(recordActivity, around({ post }))
      .then(ActivityRecorded.of(fact(anActivity({ ledBy }))))
  })

  test('by several units once, at their common ancestor; who hosts does not co-host', () => {
    const hosts = [
      { unitId: HOST, role: 'HOST' as const, path: STREET },
      { unitId: CO_HOST, role: 'CO_HOST' as const, path: OTHER_STREET },
    ]
    given(aRecord({ activityId, hostIds: [HOST, HOST], coHostIds: [CO_HOST, HOST, CO_HOST] }))
      .when(recordActivity, around())
      .then(ActivityRecorded.of(fact(anActivity({ hosts, path: ['320200', '320205'] }))))
  })

  test('on the day of Shanghai on which it began', () => {
    const night = aRecord({ startsAt: '2026-03-06T16:30:00Z', endsAt: '2026-03-06T17:30:00Z' })
    expect(recordActivity(night, around()).state.on).toBe('2026-03-07')
    const tonight = aRecord({ startsAt: '2026-03-31T15:59:00Z', endsAt: '2026-03-31T18:00:00Z' })
    expect(recordActivity(tonight, around()).state.on).toBe(TODAY)
  })

  test('at any kind of place where its type names none', () => {
    const { placeKinds: _, ...anywhere } = FREE_CLINIC
    expect(recordActivity(aRecord({ placeKind: 'park' }), around({ type: anywhere })).state.placeKind).toBe('park')
  })

  test('a figure of zero is told, one that is not asked for may be absent', () => {
    const figures = [
      { code: 'audience', value: 0 },
      { code: 'sessions', value: 1 },
    ]
    expect(recordActivity(aRecord({ figures }), around()).state.figures.map(({ code, value }) => [code, value])).toEqual([
      ['audience', 0],
      ['sessions', 1],
    ])
  })
})

const [ledById, nobody] = [randomUUID(), randomUUID()]
const many = Array.from({ length: 20 }, () => randomUUID())
const early = { startsAt: '2026-03-07T09:00:00+08:00', endsAt: '2026-03-07T09:00:00+08:00' }
const tomorrow = { startsAt: '2026-03-31T16:00:00Z', endsAt: '2026-03-31T17:00:00Z' }
const late = { startsAt: '2026-03-08T09:00:00+08:00', endsAt: '2026-03-08T10:00:00+08:00' }
const refused: [string, Parameters<typeof aRecord>[0], Partial<ActivitySurroundings>, string, string, unknown][] = [
  ['of a type that no department knows', { type: 'feast' }, { type: undefined }, 'ACTIVITY_TYPE_UNKNOWN', 'type', 'feast'],
  ['without a title', { title: ' ' }, {}, 'TEXT_TOO_SHORT', 'title', ' '],
  ['at a place of one character', { place: '站' }, {}, 'TEXT_TOO_SHORT', 'place', '站'],
  ['at a kind of place that its type does not allow', { placeKind: 'park' }, {}, 'PLACE_KIND_UNKNOWN', 'placeKind', 'park'],
  ['in an area that is unknown', { areaCode: '320299' }, { areaKnown: false }, 'AREA_UNKNOWN', 'areaCode', '320299'],
  ['that ends as it starts', early, {}, 'ACTIVITY_ENDS_BEFORE_IT_STARTS', 'endsAt', early.endsAt],
  ['of tomorrow', tomorrow, {}, 'ACTIVITY_NOT_HELD_YET', 'startsAt', '2026-04-01'],
  ['without a host', { hostIds: [] }, {}, 'ACTIVITY_WITHOUT_HOST', 'hostIds', undefined],
  ['of more than twenty hosts', { coHostIds: many }, {}, 'ACTIVITY_HOSTS_TOO_MANY', 'coHostIds', 21],
  ['of twenty hosts of whom one is unknown', { coHostIds: many.slice(1) }, {}, 'UNIT_UNKNOWN', 'coHostIds', many[1]],
  ['of a host that is unknown', { hostIds: [nobody] }, {}, 'UNIT_UNKNOWN', 'hostIds', nobody],
  ['of a co-host that is unknown', { coHostIds: [nobody] }, {}, 'UNIT_UNKNOWN', 'coHostIds', nobody],
  ['of a unit on the day it is dissolved', { ...late, coHostIds: [CO_HOST] }, {}, 'HOST_NOT_IN_FORCE', 'coHostIds', CO_HOST],
  ['led by a post that is unknown', { ledById }, {}, 'LEADER_UNKNOWN', 'ledById', ledById],
  ['led before the post began', { ledById }, { post: aPost({ from: '2026-03-08' }) }, 'LEADER_NOT_IN_OFFICE', 'ledById', ledById],
  ['led on the day the post ended', { ledById }, { post: aPost({ until: '2026-03-07' }) }, 'LEADER_NOT_IN_OFFICE', 'ledById', ledById],
]

test('from when to when a post was held is told to whoever may see it', () => {
  const post = aPost({ unitId: CO_HOST, path: OTHER_STREET, until: '2026-03-07' })
  const refusalOf = (seesPost: ActivitySurroundings['seesPost']) => {
    try {
      return recordActivity(aRecord({ ledById }), around({ post, seesPost }))
    } catch (error) {
      return error
    }
  }
  const days = { on: '2026-03-07', from: '2021-06-01', until: '2026-03-07' }
  expect(refusalOf(() => true)).toMatchObject({ code: 'LEADER_NOT_IN_OFFICE', details: days })
  const told = refusalOf(({ unitId }) => unitId !== CO_HOST)
  expect(told).toHaveProperty('code', 'LEADER_NOT_IN_OFFICE_THAT_DAY')
  expect(told).toHaveProperty('details', { field: 'ledById', value: ledById, on: '2026-03-07' })
})

test.each(refused)('an activity %s is not recorded', (_, said, part, code, field, value) => {
  given(aRecord(said))
    .when(recordActivity, around(part))
    .rejects(code, { field, ...(value === undefined ? {} : { value }) })
})

const whole = { audience: 120, sessions: 1 }
const wrongFigures: [string, Record<string, number>, string, string][] = [
  ['missing', { audience: 120 }, 'FIGURE_MISSING', 'sessions'],
  ['below zero', { ...whole, audience: -1 }, 'FIGURE_NEGATIVE', 'audience'],
  ['half a person', { ...whole, audience: 1.5 }, 'FIGURE_FRACTIONAL', 'audience'],
  ['that its type does not ask for', { ...whole, trees: 3 }, 'FIGURE_UNKNOWN', 'trees'],
]

test.each(wrongFigures)('an activity with a figure %s is not recorded', (_, values, code, figure) => {
  const figures = Object.entries(values).map(([name, value]) => ({ code: name, value }))
  given(aRecord({ figures }))
    .when(recordActivity, around({ figureProblems: checkFigures(FREE_CLINIC, figures) }))
    .rejects(code, { field: `figures.${figure}`, figure })
})

describe('a record', () => {
  test('is put right as a whole, by the same rules', () => {
    const record = aRecord({ activityId, title: '大型义诊', placeKind: 'hospital' })
    given(anActivity())
      .when(correctActivity, record, around())
      .then(ActivityCorrected.of(fact(anActivity({ placeKind: 'hospital' }))))
      .leaving({ title: '大型义诊' })
    given(anActivity())
      .when(correctActivity, { ...record, hostIds: [] }, around())
      .rejects('ACTIVITY_WITHOUT_HOST')
  })

  test('keeps the hosts that whoever puts it right may not see', () => {
    const coHost = { unitId: CO_HOST, role: 'CO_HOST' as const, path: OTHER_STREET }
    const joint = anActivity({ hosts: [...anActivity().hosts, coHost] })
    const record = aRecord({ activityId, title: '联合义诊' })
    const hostsBy = (command: RecordActivity, by: ActivitySurroundings) => correctActivity(joint, command, by).state
    const unseen = around({ seesUnit: ({ unitId }) => unitId !== CO_HOST })
    const both = { hosts: joint.hosts, path: STREET.slice(0, 2) }
    expect(hostsBy(record, unseen)).toMatchObject(both)
    expect(hostsBy({ ...record, coHostIds: [CO_HOST] }, unseen)).toMatchObject(both)
    expect(hostsBy(record, around())).toMatchObject({ hosts: anActivity().hosts, path: STREET })
  })

  test('is withdrawn with a reason, and counts no more from today', () => {
    given(anActivity())
      .when(withdrawActivity, { activityId, reason: '重复登记' }, TODAY)
      .then(ActivityWithdrawn.of({ activityId, path: STREET, on: TODAY }))
      .leaving({ withdrawn: true, withdrawReason: '重复登记' })
    given(anActivity()).when(withdrawActivity, { activityId, reason: '' }, TODAY).rejects('TEXT_TOO_SHORT', { field: 'reason' })
  })

  test('that is withdrawn is neither withdrawn again nor put right', () => {
    const gone = anActivity({ withdrawn: true, withdrawReason: '重复登记' })
    given(gone).when(withdrawActivity, { activityId, reason: '再次' }, TODAY).rejects('ACTIVITY_WITHDRAWN_ALREADY', { field: 'activityId' })
    given(gone).when(correctActivity, aRecord(), around()).rejects('ACTIVITY_WITHDRAWN_ALREADY', { field: 'activityId' })
  })
})

test.each([
  ['one place', [['3202', '320205', '320205001']], ['3202', '320205', '320205001']],
  [
    'a place and one within it',
    [
      ['3202', '320205'],
      ['3202', '320205', '320205001'],
    ],
    ['3202', '320205'],
  ],
  [
    'a place within another',
    [
      ['3202', '320205', '320205001'],
      ['3202', '320205'],
    ],
    ['3202', '320205'],
  ],
  [
    'two counties',
    [
      ['3202', '320205'],
      ['3202', '320206'],
    ],
    ['3202'],
  ],
  ['two cities', [['3202'], ['3203']], []],
  ['nothing', [], []],
  ['nowhere and somewhere', [[], ['3202']], []],
])('of %s the common ancestor is found', (_, paths, expected) => {
  expect(commonPath(paths)).toEqual(expected)
})
