import { randomUUID } from 'node:crypto'
import { readMark } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import { established, FactLog } from '../testing/fact-log'
import { GatewayUnderTest, type Answer } from '../testing/gateway-under-test'
import { until } from '../testing/until'

const names = freshNames()
const FACTS =
  'subscription ($topics: [String!], $from: String) { facts(topics: $topics, from: $from) { position topic type subject sequence mark time data } }'
let log: FactLog
let gateway: GatewayUnderTest
const clients: Client[] = []

beforeAll(async () => {
  log = await FactLog.open({ brokers: [engines().brokers], topicPrefix: names.topicPrefix, clientId: 'test' })
  gateway = await GatewayUnderTest.start({ services: {}, brokers: engines().brokers, topicPrefix: names.topicPrefix })
})
afterAll(async () => {
  await gateway.stop()
  await log.close()
  await names.drop()
})
afterEach(() => clients.splice(0).forEach((client) => void client.dispose()))

interface Told {
  facts: { position: string; topic: string; type: string; subject: string; sequence: number; mark: string; data: string }
}

const socketUrl = () => `${gateway.url.replace('http', 'ws')}/graphql`

/** What comes of a subscription, as it comes. */
function follow(
  variables: Record<string, unknown>,
  query = FACTS,
  params: Record<string, unknown> = { authorization: `Bearer ${gateway.session}` },
) {
  const client = createClient({ url: socketUrl(), webSocketImpl: WebSocket, connectionParams: params, retryAttempts: 0 })
  clients.push(client)
  const came = { facts: [] as Told['facts'][], errors: [] as NonNullable<Answer['errors']>, closed: undefined as unknown, over: false }
  client.subscribe<Told>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (data) came.facts.push(data.facts)
        if (errors) came.errors.push(...(errors as unknown as typeof came.errors))
      },
      error: (error) => {
        if (Array.isArray(error)) came.errors.push(...(error as typeof came.errors))
        else came.closed = error
        came.over = true
      },
      complete: () => (came.over = true),
    },
  )
  return Object.assign(came, { hangUp: () => void client.dispose() })
}

test('a fact reaches whoever follows it as it is published', async () => {
  const came = follow({ from: 'start', topics: ['organization.units'] })
  const [unitId = ''] = await log.publish(established())
  const fact = await until(() => came.facts.find(({ subject }) => subject === unitId))
  expect(fact).toMatchObject({ topic: 'organization.units', type: 'organization.unit-established.v1', sequence: 1 })
  expect(readMark(fact.mark)).toEqual({ topic: 'organization.units', id: unitId, seq: 1 })
  expect(JSON.parse(fact.data)).toMatchObject({ unitId, from: '2018-06-11' })
  const [next = ''] = await log.publish(established())
  await until(() => came.facts.find(({ subject }) => subject === next))
})

test('a page that reconnects goes on from its position without gap or double', async () => {
  const ids = await log.publish(...Array.from({ length: 10 }, () => established()))
  const first = follow({ from: 'start' })
  const seen = await until(() => ids.every((id) => first.facts.some(({ subject }) => subject === id)) && first.facts.slice(0, 6))
  first.hangUp()
  const more = await log.publish(established(), established())
  const second = follow({ from: seen.at(-1)?.position })
  await until(() => more.every((id) => second.facts.some(({ subject }) => subject === id)))
  const all = [...seen, ...second.facts].map(({ subject }) => subject)
  expect(new Set(all).size).toBe(all.length)
  expect(all).toEqual(expect.arrayContaining([...ids, ...more]))
})

test.each([
  ['a topic that does not exist', { topics: ['membership.salaries'] }, 'TOPIC_UNKNOWN', 'topics', 'membership.salaries'],
  ['a place that is none', { from: 'yesterday' }, 'STREAM_POSITION_INVALID', 'from', 'yesterday'],
])('%s is refused, with the field, the value and the way out', async (_, variables, code, field, value) => {
  const came = follow(variables)
  await until(() => came.over)
  expect(came.errors).toMatchObject([{ extensions: { code, family: 'BAD_USER_INPUT', field, value, hint: expect.any(String) } }])
})

test.each([
  ['a query', '{ factTopics { topic } }', 'SOCKET_FOR_SUBSCRIPTIONS'],
  ['what is no GraphQL', 'subscription { facts {', 'GRAPH_REQUEST_INVALID'],
  ['a field that does not exist', 'subscription { facts { salary } }', 'GRAPH_REQUEST_INVALID'],
])('%s is refused on the socket', async (_, query, code) => {
  const came = follow({}, query)
  await until(() => came.over)
  expect(came.errors).toMatchObject([{ extensions: { code } }])
})

test.each([
  ['nobody', {}],
  ['a session that never was', { authorization: 'Bearer none' }],
])('%s is not let in', async (_, params) => {
  const came = follow({}, FACTS, params)
  await until(() => came.closed)
  const { code, reason } = came.closed as { code: number; reason: string }
  expect([code, reason]).toEqual([4401, 'UNAUTHENTICATED'])
})

test('who must change the password first follows nothing', async () => {
  const came = follow({}, FACTS, { authorization: `Bearer ${gateway.membership.begin('new')}` })
  await until(() => came.closed)
})

test('the page of another site is not let in, whoever is signed in', async () => {
  const socket = new WebSocket(socketUrl(), 'graphql-transport-ws', {
    origin: 'https://elsewhere.example',
    headers: { cookie: `sizhang-session=${gateway.session}` },
  })
  const error = await new Promise<Error>((resolve) => socket.on('error', resolve))
  expect(error.message).toContain('403')
})

test('a browser is let in by its cookie', async () => {
  const headers = { cookie: `sizhang-session=${gateway.session}` }
  const socket = new WebSocket(socketUrl(), 'graphql-transport-ws', { origin: gateway.url, headers })
  await new Promise((resolve) => socket.on('open', resolve))
  const messages: { type: string }[] = []
  socket.on('message', (data) => messages.push(JSON.parse(String(data)) as { type: string }))
  socket.send(JSON.stringify({ type: 'connection_init' }))
  await until(() => messages.some(({ type }) => type === 'connection_ack'))
  socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload: { query: FACTS, variables: { from: 'start' } } }))
  await until(() => messages.some(({ type }) => type === 'next'))
  socket.close()
})

test('a socket goes on when the key that opened it is replaced, and opens no other', async () => {
  const session = gateway.membership.begin()
  const came = follow({ from: 'start' }, FACTS, { authorization: `Bearer ${session}` })
  await until(() => came.facts.length > 0)
  gateway.membership.replaced.add(session)
  const before = gateway.membership.exchanges
  await until(() => gateway.membership.exchanges > before + 1, 12_000)
  const [own = ''] = await log.publish(established())
  await until(() => came.facts.some(({ subject }) => subject === own))
  const other = follow({ from: 'start' }, FACTS, { authorization: `Bearer ${session}` })
  await until(() => other.closed)
})

test('a gateway that stops says goodbye to its listeners at once, so that they go on elsewhere', async () => {
  const place = { services: {}, brokers: engines().brokers, topicPrefix: names.topicPrefix }
  const other = await GatewayUnderTest.start(place)
  const client = createClient({
    url: `${other.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${other.session}` },
    retryAttempts: 0,
  })
  clients.push(client)
  let facts = 0
  let closed: unknown
  client.on('closed', (event) => (closed = (event as { code: number }).code))
  client.subscribe(
    { query: FACTS, variables: { from: 'start' } },
    { next: () => (facts += 1), error: () => undefined, complete: () => undefined },
  )
  await until(() => facts > 0)
  const begin = Date.now()
  await other.stop()
  expect(Date.now() - begin).toBeLessThan(5_000)
  expect(closed).toBe(1001)
})

test('who may see one county hears of that county alone, and without the right of nothing', async () => {
  const within = (role: string) => [{ role, within: { kind: 'AREA' as const, code: '320211' }, from: '2024-01-01', until: null }]
  gateway.membership.grants.set('analyst', within('ANALYST'))
  gateway.membership.grants.set('member', within('MEMBER'))
  const as = (account: string) => ({ authorization: `Bearer ${gateway.membership.begin(account)}` })
  const came = follow({ from: 'start' }, FACTS, as('analyst'))
  const [, own = ''] = await log.publish(established(randomUUID(), ['32', '3202', '320205', '320205001']), established())
  await until(() => came.facts.some(({ subject }) => subject === own))
  expect(came.facts.every(({ data }) => (JSON.parse(data) as { path: string[] }).path.includes('320211'))).toBe(true)
  const refused = follow({ from: 'start' }, FACTS, as('member'))
  await until(() => refused.errors.length > 0)
  expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})
