import { randomUUID } from 'node:crypto'
import { NumbersShown, PersonRegistered } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { dissolved, established, FactLog } from '../testing/fact-log'
import { GatewayUnderTest } from '../testing/gateway-under-test'
import { until } from '../testing/until'

const names = freshNames()
let log: FactLog
let gateway: GatewayUnderTest

beforeAll(async () => {
  log = await FactLog.open({ brokers: [engines().brokers], topicPrefix: names.topicPrefix, clientId: 'test' })
  gateway = await GatewayUnderTest.start({ services: {}, brokers: engines().brokers, topicPrefix: names.topicPrefix })
})
afterAll(async () => {
  await gateway.stop()
  await log.close()
  await names.drop()
})

interface ServerEvent {
  id: string
  event: string
  data: { topic: string; type: string; subject: string; sequence: number; data: Record<string, unknown>; code?: string }
}

const get = (query: string, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  fetch(`${gateway.url}/facts${query}`, {
    headers: { authorization: `Bearer ${gateway.session}`, 'accept-language': 'en', ...headers },
    ...(signal && { signal }),
  })

/** Listens as a browser's EventSource does. */
async function listen(query: string, headers: Record<string, string> = {}) {
  const hangUp = new AbortController()
  const answer = await get(query, headers, hangUp.signal)
  const heard = { answer, events: [] as ServerEvent[], over: false, hangUp: () => hangUp.abort() }
  void (async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true })
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = read(text.slice(0, end))
        if (event) heard.events.push(event)
        text = text.slice(end + 2)
      }
    }
  })().then(
    () => (heard.over = true),
    () => (heard.over = true),
  )
  return heard
}

function read(block: string): ServerEvent | undefined {
  const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
  const data = fields.get('data')
  return data === undefined
    ? undefined
    : { id: fields.get('id') ?? '', event: fields.get('event') ?? 'message', data: JSON.parse(data) as ServerEvent['data'] }
}

test('facts come as server-sent events, each with its position and its data as the schema says', async () => {
  const { answer, events, hangUp } = await listen('?topics=organization.units&from=start')
  const [unitId = ''] = await log.publish(established())
  const event = await until(() => events.find(({ data }) => data.subject === unitId))
  hangUp()
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(event).toMatchObject({
    event: 'message',
    id: expect.stringMatching(/^[\w-]+$/),
    data: { topic: 'organization.units', sequence: 1, data: { unitId } },
  })
})

test('a listener that comes back with the last id goes on there, whatever the address says', async () => {
  const [unitId = '', other = ''] = await log.publish(established(), established())
  const first = await listen('?from=start')
  const last = await until(() => first.events.find(({ data }) => [unitId, other].includes(data.subject)))
  first.hangUp()
  const more = await log.publish(dissolved(unitId), established())
  const second = await listen('?from=start', { 'last-event-id': last.id })
  await until(() => more.every((id) => second.events.some(({ data }) => data.subject === id)))
  second.hangUp()
  const before = first.events.slice(0, first.events.indexOf(last) + 1)
  const all = [...before, ...second.events].map(({ data }) => `${data.type} ${data.subject}`)
  expect(new Set(all).size).toBe(all.length)
})

test.each([
  ['a topic that does not exist', '?topics=organization.units,membership.salaries', 'TOPIC_UNKNOWN', 'topics'],
  ['a place that is none', '?from=yesterday', 'STREAM_POSITION_INVALID', 'from'],
  ['a time without its zone', '?from=2026-03-31T08:00:00', 'STREAM_POSITION_INVALID', 'from'],
])('%s is refused', async (_, query, code, field) => {
  const answer = await get(query)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ error: { code, field } })
})

test('nobody hears nothing', async () => {
  const answer = await get('', { authorization: '' })
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
})

test('a position that Kafka has not reached ends the stream with the reason', async () => {
  const { events: known, hangUp } = await listen('?topics=organization.units&from=start')
  const { id } = await until(() => known.at(0))
  hangUp()
  const beyond = Buffer.concat([Buffer.from(id, 'base64url').subarray(0, -1), Buffer.from([0xff, 0xff, 0x7f])]).toString('base64url')
  const heard = await listen(`?topics=organization.units&from=${beyond}`)
  await until(() => heard.over)
  expect(heard.events).toMatchObject([{ event: 'refused', data: { code: 'STREAM_POSITION_INVALID', field: 'from' } }])
})

describe('who may see a part of the city', () => {
  const countyOnly = (role: string) => [{ role, within: { kind: 'AREA' as const, code: '320211' }, from: '2024-01-01', until: null }]
  const asking = (account: string) => ({ authorization: `Bearer ${gateway.membership.begin(account)}` })

  test('hears of that part alone, and of nothing that names no place', async () => {
    gateway.membership.grants.set('analyst', countyOnly('ANALYST'))
    const heard = await listen('?from=start', asking('analyst'))
    const [, , own = ''] = await log.publish(
      established(randomUUID(), ['32', '3202', '320205', '320205001']),
      PersonRegistered.of({ personId: randomUUID() }),
      established(),
    )
    const all = await listen('?from=start')
    await until(() => all.events.some(({ data }) => data.subject === own) && heard.events.some(({ data }) => data.subject === own))
    const paths = heard.events.map(({ data }) => data.data['path'] as string[])
    expect(paths.every((path) => path.includes('320211'))).toBe(true)
    expect(all.events.length).toBeGreaterThanOrEqual(heard.events.length + 2)
    heard.hangUp()
    all.hangUp()
  })

  test('hears nothing without the right to follow', async () => {
    gateway.membership.grants.set('member', countyOnly('MEMBER'))
    const answer = await get('', asking('member'))
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })

  test('hears of who looked at whose numbers only with the right to see that', async () => {
    const everywhere = (role: string) => [{ role, within: { kind: 'EVERYWHERE' as const }, from: '2024-01-01', until: null }]
    gateway.membership.grants.set('all-figures', everywhere('ANALYST'))
    gateway.membership.grants.set('administrator', everywhere('CITY_ADMINISTRATOR'))
    const [analyst, administrator] = [
      await listen('?from=start', asking('all-figures')),
      await listen('?from=start', asking('administrator')),
    ]
    const look = { accessId: randomUUID(), personId: randomUUID(), fields: ['PHONE' as const], purpose: 'REQUEST_OF_PERSON' }
    const [shown = ''] = await log.publish(NumbersShown.of(look))
    await until(() => administrator.events.some(({ data }) => data.subject === shown))
    const [after = ''] = await log.publish(established())
    await until(() => analyst.events.some(({ data }) => data.subject === after))
    expect(analyst.events.some(({ data }) => data.topic === 'membership.accesses')).toBe(false)
    analyst.hangUp()
    administrator.hangUp()
  })

  test('hears nothing more from the day on which the right ends', async () => {
    gateway.membership.grants.set(
      'former',
      countyOnly('ANALYST').map((grant) => ({ ...grant, until: '2024-02-01' })),
    )
    expect((await get('', asking('former'))).status).toBe(403)
  })
})
