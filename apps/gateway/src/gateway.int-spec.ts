import { randomUUID } from 'node:crypto'
import { startStack, type Stack } from '@sizhang/testing'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import type { Answer } from './testing/gateway-under-test'
import { until } from './testing/until'

const AREAS = `code,name,level,parent_code,kind,flag
320200,无锡市,city,,,
320211,滨湖区,county,320200,,
320211001,河埒街道,town,320211,subdistrict,
`
const REGISTER = `mutation ($commandId: ID!, $input: RegisterEmployerInput!) {
  registerEmployer(commandId: $commandId, input: $input) { employer { id name area { name } } mark }
}`
const PASSWORD = 'a longer password'
let stack: Stack
let session: string

beforeAll(async () => {
  stack = await startStack({ only: ['organization', 'membership', 'gateway'] })
  session = await signIn(stack.administrator.password)
}, 90_000)
afterAll(() => stack.stop())

const post = (path: string, body: object | string, type = 'application/json') =>
  fetch(stack.gateway + path, {
    method: 'POST',
    headers: { 'content-type': type, 'accept-language': 'en', ...(session && { authorization: `Bearer ${session}` }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const ask = async (query: string, variables: object = {}): Promise<Answer> =>
  (await post('/graphql', { query, variables })).json() as Promise<Answer>

async function signIn(password: string): Promise<string> {
  const answer = await post('/sign-in', { account: 'admin', password })
  return ((await answer.json()) as { session: string }).session
}

test('the administrator changes the generated password before anything else, and then everything is open', async () => {
  expect((await ask('{ me { name mustChangePassword } }')).data).toEqual({ me: { name: 'admin', mustChangePassword: true } })
  expect((await ask('{ persons { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('PASSWORD_MUST_BE_CHANGED')
  expect((await post('/files/organization/areas', AREAS, 'text/csv')).status).toBe(403)
  expect((await post('/password', { old: stack.administrator.password, new: PASSWORD })).status).toBe(204)
  expect((await ask('{ me { mustChangePassword } persons { nodes { id } } }')).data).toEqual({
    me: { mustChangePassword: false },
    persons: { nodes: [] },
  })
})

test('a list of areas goes up through the gateway to its service, and a command builds on it', async () => {
  const imported = await post('/files/organization/areas', AREAS, 'text/csv')
  expect(await imported.json()).toMatchObject({ read: 3, established: 3 })
  const input = { name: '滨湖人民医院', kind: 'hospital', level: 'TOWN', areaCode: '320211001' }
  const { data, errors } = await ask(REGISTER, { commandId: randomUUID(), input })
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({ registerEmployer: { employer: { name: '滨湖人民医院', area: { name: '河埒街道' } } } })
})

test('a refusal of a service reaches the asker whole: code, field, value, rule and way out', async () => {
  const input = { name: '某医院', kind: 'hospital', level: 'TOWN', areaCode: '999999999' }
  const { errors } = await ask(REGISTER, { commandId: randomUUID(), input })
  expect(errors?.[0]).toMatchObject({
    path: ['registerEmployer'],
    extensions: {
      code: 'AREA_UNKNOWN',
      family: 'BAD_USER_INPUT',
      value: '999999999',
      rule: 'N2.3a',
      hint: expect.stringContaining('import'),
    },
  })
})

test('a fact that a command makes reaches a subscriber within a second', async () => {
  const client = createClient({
    url: `${stack.gateway.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${session}` },
  })
  const came: { subject: string; at: number }[] = []
  client.subscribe<{ facts: { subject: string } }>(
    { query: 'subscription { facts(topics: ["organization.employers"], from: "start") { subject } }' },
    {
      next: ({ data }) => data && came.push({ subject: data.facts.subject, at: Date.now() }),
      error: () => undefined,
      complete: () => undefined,
    },
  )
  await until(() => came.length > 0)
  const input = { name: '滨湖中医院', kind: 'hospital', level: 'TOWN', areaCode: '320211001' }
  const { data } = await ask(REGISTER, { commandId: randomUUID(), input })
  const made = Date.now()
  const { id } = (data as { registerEmployer: { employer: { id: string } } }).registerEmployer.employer
  const fact = await until(() => came.find(({ subject }) => subject === id))
  expect(fact.at - made).toBeLessThan(1_000)
  await client.dispose()
})

test('a service that is killed costs its own fields alone, its commands are refused, and nothing is left of it when it is back', async () => {
  await stack.kill('membership')
  const { data, errors } = await ask('{ employers(first: 1) { nodes { name staff { name } } } }')
  expect(data).toMatchObject({ employers: { nodes: [{ name: expect.any(String), staff: null }] } })
  expect(errors).toMatchObject([{ path: ['employers', 'nodes', 0, 'staff'], extensions: { code: 'UNAVAILABLE' } }])
  const command = await ask('mutation { correctPerson(commandId: "x", input: { personId: "x" }) { version } }')
  expect(command.errors).toMatchObject([{ path: ['correctPerson'], extensions: { code: 'UNAVAILABLE' } }])
  await stack.restart('membership')
  expect((await ask('{ employers(first: 1) { nodes { staff { name } } } }')).errors).toBeUndefined()
})

test('a service answers nobody without the gateway’s caller token', async () => {
  for (const authorization of ['', `Bearer ${session}`, 'Bearer eyJhbGciOiJub25lIn0.e30.']) {
    const answer = await fetch(`${stack.services.organization}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: '{ areas { nodes { code } } }' }),
    })
    expect(answer.status).toBe(401)
  }
})

test('the gateway logs neither passwords nor sessions, and ends in order', async () => {
  expect(stack.logs('gateway')).not.toMatch(new RegExp(`${PASSWORD}|${session}`))
  const stopping = Date.now()
  await stack.kill('gateway', 'SIGTERM')
  expect(Date.now() - stopping).toBeLessThan(10_000)
})
