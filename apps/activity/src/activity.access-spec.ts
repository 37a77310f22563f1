import { randomUUID } from 'node:crypto'
import { testEveryField } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { aRecord, HOST, STREET } from './testing/builders'
import { unitEstablished } from './testing/facts'
import { ActivityUnderTest } from './testing/service'

const names = freshNames()
const logged: string[] = []
let activity: ActivityUnderTest

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => logged.push(String(text)) > 0)
  activity = await ActivityUnderTest.start({ ...engines(), ...names }, { LOG_LEVEL: 'trace' })
  await activity.seen(await activity.log.publish([unitEstablished(HOST, STREET)]))
})
afterAll(async () => {
  await activity.stop()
  await names.drop()
})

const id = randomUUID()
const reference = (type: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${fields} } } }`
const QUESTIONS = [
  `{ activity(id: "${id}") { title } }`,
  '{ activities { nodes { title } } }',
  reference('Activity', 'title'),
  reference('Unit', 'activities { title }'),
  reference('Appointment', 'activitiesLed { title }'),
]
const { activityId: _, ...record } = aRecord({ title: '密语义诊', place: '密语文化站', type: 'popular-event' })
const COMMANDS: [string, object][] = [
  ['recordActivity', record],
  ['correctActivity', { activityId: id, record }],
  ['withdrawActivity', { activityId: id, reason: '密语原因' }],
]

test.each(QUESTIONS)('an account without a role is told nothing: %s', async (question) => {
  expect((await activity.ask(question, { grants: [] })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test.each(QUESTIONS)('an administrator may ask: %s', async (question) => {
  expect((await activity.ask(question)).errors).toBeUndefined()
})

test.each(COMMANDS)('an account without a role commands nothing: %s', async (name, input) => {
  expect((await activity.command(name, input, { grants: [] })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test.each(['', 'Bearer x.y.z'])('with the token “%s” nothing is answered', async (authorization) => {
  const json = { 'content-type': 'application/json', authorization }
  const response = await activity.send('/graphql', JSON.stringify({ query: '{ departments { code } }' }), json)
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
})

test('nothing that is said in words stands in the log, be it ever so wrong', async () => {
  for (const [name, input] of COMMANDS) await activity.command(name, input)
  await activity.command('recordActivity', { ...record, title: ['密语'], startsAt: '密语' })
  await activity.ask('{ activities(search: "密语") { nodes { 密语 } } }')
  await activity.ask('{ activities(search: "密语") { nodes { title } } }')
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join('')).not.toContain('密语')
})

testEveryField(
  async () => (await activity.answer<{ _service: { sdl: string } }>('{ _service { sdl } }'))._service.sdl,
  (query, asking) => activity.ask(query, asking),
)
