import { rm } from 'node:fs/promises'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { aRecord, HOST, STREET } from '../testing/builders'
import { unitEstablished } from '../testing/facts'
import { writeWaterPack } from '../testing/pack'
import { ActivityUnderTest } from '../testing/service'

const names = freshNames()
const { activityId: _, ...clinic } = aRecord({})
const walk = {
  ...clinic,
  type: 'river-walk',
  figures: [
    { code: 'audience', value: 40 },
    { code: 'sessions', value: 1 },
    { code: 'bank-cleared', value: 300 },
  ],
}
const TYPE = 'activityType(code: "river-walk") { name department figures { code name unitName required } }'
const RECORD = 'activity { id type { name department } figures { code value name } }'
let packs: string
let activity: ActivityUnderTest

const start = async () => ActivityUnderTest.start({ ...engines(), ...names }, { PACKS_DIRS: `libs/packs,${packs}` })
const record = (input: object) => activity.command<{ activity: { id: string } }>('recordActivity', input, { fields: RECORD })

beforeAll(async () => {
  packs = await writeWaterPack()
  activity = await start()
  await activity.seen(await activity.log.publish([unitEstablished(HOST, STREET)]))
})
afterAll(async () => {
  await activity.stop()
  await names.drop()
  await rm(packs, { recursive: true })
})

test('a fifth department is a folder: its form is shown, its activity recorded, its figures told', async () => {
  const { departments, activityType } = await activity.answer<{ departments: { code: string }[]; activityType: object }>(
    `{ departments { code } ${TYPE} }`,
  )
  expect(departments.map(({ code }) => code)).toContain('water')
  expect(activityType).toMatchObject({
    name: 'River walk',
    department: 'water',
    figures: [{ code: 'audience' }, { code: 'sessions' }, { code: 'bank-cleared', name: 'Bank cleared', required: true }],
  })
  const { data, errors } = await record(walk)
  expect(errors).toBeUndefined()
  expect(data['recordActivity']).toMatchObject({
    activity: {
      figures: [{ code: 'audience', value: 40 }, { code: 'sessions' }, { code: 'bank-cleared', value: 300 }],
    },
  })
  await until(async () => (await activity.log.read('activity.activities')).length === 1)
  expect(JSON.parse((await activity.log.read('activity.activities'))[0] ?? '')).toMatchObject({
    data: {
      department: 'water',
      activityType: 'river-walk',
      packVersion: '2026.1',
      figures: [{ unit: 'person-times' }, { unit: 'sessions' }, { unit: 'metres', value: 300 }],
    },
  })
})

test('a pack that changes leaves old facts as they were, and rules what is recorded and put right from then on', async () => {
  const old = (await record(walk)).data['recordActivity']?.activity.id ?? ''
  await activity.stop()
  await writeWaterPack(
    {
      version: '2027.1',
      name: 'River day',
      figures: [
        { code: 'audience', required: true },
        { code: 'sessions', required: true },
      ],
    },
    packs,
  )
  activity = await start()
  const kept = await activity.answer<{ activity: object }>(`{ activity(id: "${old}") { type { name } figures { code value name } } }`)
  expect(kept.activity).toMatchObject({
    type: { name: 'River day' },
    figures: [{ code: 'audience' }, { code: 'sessions' }, { code: 'bank-cleared', value: 300, name: 'Bank cleared' }],
  })
  expect((await record(walk)).errors).toMatchObject([{ extensions: { code: 'FIGURE_UNKNOWN', field: 'figures.bank-cleared' } }])
  const correct = await activity.command('correctActivity', { activityId: old, record: walk })
  expect(correct.errors).toMatchObject([{ extensions: { code: 'FIGURE_UNKNOWN' } }])
  const now = [
    { code: 'audience', value: 40 },
    { code: 'sessions', value: 1 },
  ]
  expect((await record({ ...walk, figures: now })).errors).toBeUndefined()
  const stored = await activity.database.collection('activities').find().sort({ _id: 1 }).toArray()
  expect(new Set(stored.map((document) => document['packVersion']))).toEqual(new Set(['2026.1', '2027.1']))
  expect(stored.find(({ _id }) => String(_id) === old)).toMatchObject({ packVersion: '2026.1', version: 1 })
})

test('a pack that is gone leaves its facts readable', async () => {
  await activity.stop()
  await rm(`${packs}/water`, { recursive: true })
  activity = await start()
  const { activities } = await activity.answer<{ activities: { nodes: object[] } }>(
    '{ activities(department: "water") { nodes { title type { code name } placeKind { code } figures { code value name unitName } } } }',
  )
  expect(activities.nodes).toHaveLength(3)
  expect(activities.nodes[0]).toMatchObject({ type: { code: 'river-walk', name: 'river-walk' } })
  expect((await record(walk)).errors).toMatchObject([{ extensions: { code: 'ACTIVITY_TYPE_UNKNOWN', field: 'type' } }])
})
