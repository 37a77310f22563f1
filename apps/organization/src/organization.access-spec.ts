import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { OrganizationUnderTest } from './testing/service'

const names = freshNames()
const logged: string[] = []
let organization: OrganizationUnderTest

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => logged.push(String(text)) > 0)
  organization = await OrganizationUnderTest.start({ ...engines(), ...names }, { LOG_LEVEL: 'trace' })
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const id = randomUUID()
const reference = (type: string, key: string) => `{ _entities(representations: [{ __typename: "${type}", ${key} }]) { __typename } }`
const QUESTIONS = [
  '{ area(code: "320200") { name } }',
  '{ areas { nodes { name } } }',
  '{ areaTree { name } }',
  `{ unit(id: "${id}") { name } }`,
  '{ units { nodes { name } } }',
  `{ employer(id: "${id}") { name } }`,
  '{ employers { nodes { name } } }',
  `{ body(id: "${id}") { id } }`,
  `{ seat(id: "${id}") { id } }`,
  '{ termWarnings { daysLeft: __typename } }',
  reference('Area', 'code: "320200"'),
  reference('Unit', `id: "${id}"`),
  reference('Employer', `id: "${id}"`),
  reference('Body', `id: "${id}"`),
  reference('Seat', `id: "${id}"`),
]
const street = { name: '密语街道科协', type: 'ENTERPRISE', from: '2018-06-11', pilotCategory: '密语类别' }
const seat = { title: '密语职务', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] }
const COMMANDS: [string, object][] = [
  ['establishUnit', street],
  ['dissolveUnit', { unitId: id, on: '2025-01-01', reason: '密语原因' }],
  ['registerEmployer', { name: '密语医院', kind: 'hospital', level: 'TOWN', areaCode: '320200' }],
  ['openBody', { unitId: id, from: '2020-01-01' }],
  ['openTerm', { bodyId: id, from: '2020-01-01', until: '2021-01-01', seats: [seat] }],
  ['createSeat', { bodyId: id, term: 1, seat }],
]

test.each(QUESTIONS)('an account without a role is told nothing: %s', async (question) => {
  expect((await organization.ask(question, { roles: [] })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test.each(QUESTIONS)('an administrator may ask: %s', async (question) => {
  expect((await organization.ask(question)).errors).toBeUndefined()
})

test.each(COMMANDS)('an account without a role commands nothing: %s', async (name, input) => {
  expect((await organization.command(name, input, { roles: [] })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test.each([
  ['no token', {}],
  ['a bad token', { authorization: 'Bearer x.y.z' }],
  ['another’s token', { authorization: 'Basic Y2xlcms6Y2xlcms=' }],
])('with %s nothing is answered', async (_, header: Record<string, string>) => {
  const json = { 'content-type': 'application/json', authorization: '', ...header }
  const response = await organization.send('/graphql', JSON.stringify({ query: QUESTIONS[0] }), json)
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  const file = await organization.send('/files/areas', 'code', { 'content-type': 'text/csv', authorization: '', ...header })
  expect(file.status).toBe(401)
})

test('nothing that is said in words stands in the log, be it ever so wrong', async () => {
  for (const [name, input] of COMMANDS) await organization.command(name, input)
  const established = await organization.command('establishUnit', street)
  expect(established.errors).toBeUndefined()
  await organization.command('establishUnit', { ...street, name: ['密语'], from: '密语' })
  await organization.ask('{ units(search: "密语") { nodes { 密语 } } }')
  await organization.ask('{ units(search: "密语") { nodes { name } } }')
  await organization.send('/files/areas', 'code,name,level,parent_code,kind,flag\n密语,密语,密语,密语,密语,密语', {
    'content-type': 'text/csv',
  })
  await organization.send('/graphql', '{"query": "密语', { 'content-type': 'application/json' })
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join('')).not.toContain('密语')
})
