import { randomUUID } from 'node:crypto'
import { ActivityRecorded } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { aRecord, CO_HOST, HOST, OTHER_STREET, STREET } from './testing/builders'
import { appointmentMade, areaEstablished, unitDissolved, unitEstablished } from './testing/facts'
import { ActivityUnderTest } from './testing/service'

const names = freshNames()
const [post, gone] = [randomUUID(), randomUUID()]
const figures = { audience: 120, sessions: 1, consultations: 80, 'team-size': 6 }
const asked = (values: Record<string, number>) => Object.entries(values).map(([code, value]) => ({ code, value }))
const { activityId: _, ...record } = aRecord({ figures: asked(figures), place: '东亭文化站' })
let activity: ActivityUnderTest

beforeAll(async () => {
  activity = await ActivityUnderTest.start({ ...engines(), ...names })
  const facts = [areaEstablished(STREET), unitEstablished(HOST, STREET), unitEstablished(CO_HOST, OTHER_STREET)]
  const ended = [unitEstablished(gone, OTHER_STREET), unitDissolved(gone, OTHER_STREET, '2026-03-07')]
  await activity.seen(await activity.log.publish([...facts, ...ended, appointmentMade(post, HOST, '2021-06-01', '2026-03-08')]))
})
afterAll(async () => {
  await activity.stop()
  await names.drop()
})

const FIELDS = 'activity { id title figures { code value } hosts { id } coHosts { id } ledBy { id } withdrawn withdrawReason } version mark'
const recorded = async (said: object = {}) => {
  const { data, errors } = await activity.command<{ activity: { id: string } }>(
    'recordActivity',
    { ...record, ...said },
    { fields: FIELDS },
  )
  expect(errors).toBeUndefined()
  return data['recordActivity']?.activity.id ?? ''
}
const facts = async (id: string) => {
  const texts = (await activity.log.read('activity.activities')).filter((text) => text.includes(id))
  return texts.map((text) => JSON.parse(text) as { type: string; unit?: string; data: { path: string[]; figures: object[] } })
}

test('a free clinic is recorded, put right and withdrawn, and each fact is told without a word', async () => {
  const id = await recorded({ coHostIds: [CO_HOST], ledById: post, areaCode: STREET[2] })
  const corrected = await activity.command(
    'correctActivity',
    { activityId: id, record: { ...record, title: '大型义诊' } },
    { fields: FIELDS, expectedVersion: 1 },
  )
  expect(corrected.data['correctActivity']).toMatchObject({ activity: { title: '大型义诊', coHosts: [], ledBy: null }, version: 2 })
  const withdrawn = await activity.command('withdrawActivity', { activityId: id, reason: '重复登记' }, { fields: FIELDS })
  expect(withdrawn.data['withdrawActivity']).toMatchObject({ activity: { withdrawn: true, withdrawReason: '重复登记' } })
  await until(async () => (await facts(id)).length === 3)
  const told = await facts(id)
  expect(told.map(({ type }) => type)).toEqual([
    'activity.activity-recorded.v1',
    'activity.activity-corrected.v1',
    'activity.activity-withdrawn.v1',
  ])
  expect(ActivityRecorded.data.parse(told[0]?.data)).toMatchObject({
    path: ['320200', '320205'],
    place: { area: '320205001', kind: 'community' },
  })
  expect(JSON.stringify(told)).not.toMatch(/义诊|文化站|重复/)
})

test('what a unit hosted and a post led is found, newest first, without what was withdrawn', async () => {
  const first = await recorded({ ledById: post, title: '早义诊' })
  const second = await recorded({ ledById: post, startsAt: '2026-03-07T13:00:00+08:00', endsAt: '2026-03-07T14:00:00+08:00' })
  await activity.command('withdrawActivity', { activityId: second, reason: '误登' })
  const { _entities } = await activity.answer<{ _entities: object }>(
    `{ _entities(representations: [{ __typename: "Appointment", id: "${post}" }]) { ... on Appointment { activitiesLed { id } } } }`,
  )
  expect(_entities).toEqual([{ activitiesLed: [{ id: first }] }])
  const { activities } = await activity.answer<{ activities: object }>('{ activities(search: "zyz") { nodes { id } } }')
  expect(activities).toEqual({ nodes: [{ id: first }] })
})

test('twenty times the same command: one record and twenty equal answers; with another body it is refused', async () => {
  const commandId = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => activity.command('recordActivity', record, { commandId, fields: FIELDS })),
  )
  expect(answers[0]?.errors).toBeUndefined()
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect((await activity.command('recordActivity', { ...record, title: '别的' }, { commandId })).errors).toMatchObject([
    { extensions: { code: 'IDEMPOTENCY_KEY_REUSED', field: 'commandId' } },
  ])
})

test('of fifty corrections of one version one succeeds', async () => {
  const activityId = await recorded()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => activity.command('correctActivity', { activityId, record }, { expectedVersion: 1 })),
  )
  expect(answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'CONFLICT')).toHaveLength(49)
})

describe('bad input is refused with one code, the field and the way out; nothing is stored and nothing told', () => {
  const nobody = randomUUID()
  const withFigures = (values: object) => ({ figures: asked({ ...figures, ...values }) })
  const { sessions: __, ...withoutSessions } = figures
  const cases: [string, string | null, object][] = [
    ['ACTIVITY_TYPE_UNKNOWN', 'type', { type: 'feast' }],
    ['PLACE_KIND_UNKNOWN', 'placeKind', { placeKind: 'moon' }],
    ['PLACE_KIND_UNKNOWN', 'placeKind', { placeKind: 'online' }],
    ['AREA_UNKNOWN', 'areaCode', { areaCode: '320299' }],
    ['FIGURE_MISSING', 'figures.sessions', { figures: asked(withoutSessions) }],
    ['FIGURE_NEGATIVE', 'figures.audience', withFigures({ audience: -1 })],
    ['FIGURE_FRACTIONAL', 'figures.audience', withFigures({ audience: 1.5 })],
    ['FIGURE_UNKNOWN', 'figures.trees', withFigures({ trees: 3 })],
    ['FIGURE_TWICE', 'figures.audience', { figures: [...asked(figures), { code: 'audience', value: 1 }] }],
    ['ACTIVITY_ENDS_BEFORE_IT_STARTS', 'endsAt', { endsAt: '2026-03-07T08:59:00+08:00' }],
    ['ACTIVITY_NOT_HELD_YET', 'startsAt', { startsAt: '2026-04-01T09:00:00+08:00', endsAt: '2026-04-01T10:00:00+08:00' }],
    ['UNIT_UNKNOWN', 'hostIds', { hostIds: [nobody] }],
    ['HOST_NOT_IN_FORCE', 'coHostIds', { coHostIds: [gone] }],
    ['LEADER_UNKNOWN', 'ledById', { ledById: nobody }],
    ['LEADER_NOT_IN_OFFICE', 'ledById', { ledById: post, startsAt: '2026-03-08T09:00:00+08:00', endsAt: '2026-03-08T10:00:00+08:00' }],
    ['VALUE_INVALID', null, { startsAt: '2026-03-07 09:00' }],
  ]

  test.each(cases)('%s (%s)', async (code, field, said) => {
    const before = await activity.stored(['activities'])
    for (const language of ['zh', 'en'] as const) {
      const { errors } = await activity.command('recordActivity', { ...record, ...said }, { language })
      expect(errors).toMatchObject([{ extensions: { code, field, hint: expect.stringMatching(/.{4}/) } }])
      expect(/[\u4e00-\u9fff]/.test(errors?.[0]?.extensions.hint ?? '')).toBe(language === 'zh')
    }
    expect(await activity.stored(['activities'])).toEqual(before)
  })

  test('what is withdrawn is not withdrawn twice, nor put right', async () => {
    const activityId = await recorded()
    const withdraw = () => activity.command('withdrawActivity', { activityId, reason: '误登' })
    expect((await withdraw()).errors).toBeUndefined()
    const refusal = [{ extensions: { code: 'ACTIVITY_WITHDRAWN_ALREADY', field: 'activityId' } }]
    expect((await withdraw()).errors).toMatchObject(refusal)
    expect((await activity.command('correctActivity', { activityId, record })).errors).toMatchObject(refusal)
  })
})

test('an instant may be without seconds, and the fact is as declared', async () => {
  const id = await recorded({ startsAt: '2026-03-07T09:00+08:00', endsAt: '2026-03-07T02:30Z' })
  await until(async () => (await facts(id)).length === 1)
  expect(ActivityRecorded.data.safeParse((await facts(id))[0]?.data).success).toBe(true)
})
