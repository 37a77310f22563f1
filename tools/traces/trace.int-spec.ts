import { randomUUID } from 'node:crypto'
import { until } from '@sizhang/engines'
import { administratorSession, startStack, type Stack } from '@sizhang/testing'
import { printed, Receiver } from './receiver'

const NAME = '张三丰的科协'
let receiver: Receiver
let stack: Stack
let session: string

beforeAll(async () => {
  receiver = await Receiver.start()
  stack = await startStack({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_BSP_SCHEDULE_DELAY: '100' } })
  session = await administratorSession(stack)
})
afterAll(async () => {
  await stack.stop()
  await receiver.stop()
})

function ask(query: string, variables: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${stack.gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${session}`, ...headers },
    body: JSON.stringify({ query, variables }),
  })
}

const establish = (headers: Record<string, string> = {}) =>
  ask(
    'mutation ($commandId: ID!, $input: EstablishUnitInput!) { establishUnit(commandId: $commandId, input: $input) { unit { id } } }',
    { commandId: randomUUID(), input: { name: `${NAME}${randomUUID().slice(0, 8)}`, type: 'ENTERPRISE', from: '2020-01-01' } },
    headers,
  )

test('a command is followed from the gateway over its service and Kafka to the read models of the others', async () => {
  const answer = await establish()
  expect(await answer.json()).toMatchObject({ data: { establishUnit: { unit: { id: expect.any(String) } } } })
  const trace = () => {
    const root = receiver.steps.find(({ name }) => name === 'establishUnit')?.traceId
    return receiver.steps.filter(({ traceId }) => traceId === root)
  }
  const applied = () => trace().filter(({ name }) => name === 'apply organization.unit-established.v1').length
  expect(await until(async () => applied() === 3, { within: 60_000 })).toBe(true)
  const shape = printed(trace()).replaceAll(/ +\+.*$/gm, '')
  expect(shape.split('\n').slice(0, 3)).toEqual(['gateway: graph other', '  gateway: ask organization', '    organization: establishUnit'])
  expect(shape.split('\n').slice(3).sort()).toEqual([
    '      activity: apply organization.unit-established.v1',
    '      membership: apply organization.unit-established.v1',
    '      organization: publish organization.units',
    '      reporting: apply organization.unit-established.v1',
  ])
})

test('a trace that a client has begun goes on', async () => {
  const traceId = randomUUID().replaceAll('-', '')
  await establish({ traceparent: `00-${traceId}-00f067aa0ba902b7-01` })
  const mine = () => receiver.steps.filter((step) => step.traceId === traceId)
  expect(await until(async () => mine().some(({ app }) => app === 'reporting'), { within: 60_000 })).toBe(true)
  expect(mine().find(({ app }) => app === 'gateway')?.traceId).toBe(traceId)
  expect(mine().some(({ parentSpanId }) => parentSpanId === '00f067aa0ba902b7')).toBe(true)
})

test('traces hold no word of what was written', () => {
  expect(receiver.text).toContain('establishUnit')
  expect(receiver.text).not.toContain(NAME)
  expect(new Set(receiver.steps.flatMap(({ attributes }) => attributes))).toEqual(
    new Set(['messaging.system', 'messaging.destination.name', 'cloudevents.event_type']),
  )
})
