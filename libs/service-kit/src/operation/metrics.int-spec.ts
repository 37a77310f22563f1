import { engines, freshNames } from '@sizhang/testing'
import { startSmallService, statusOf } from '../testing/service'
import { tapInto } from '../testing/tap'
import { until } from '../testing/until'
import type { RunningService } from './service'

const names = freshNames()
afterAll(() => names.drop())

async function startOn(mongoPort: number): Promise<RunningService> {
  const service = await startSmallService({
    KAFKA_BROKERS: engines().brokers,
    MONGODB_URI: `mongodb://127.0.0.1:${mongoPort}/?directConnection=true`,
    DATABASE_PREFIX: names.databasePrefix,
    TOPIC_PREFIX: names.topicPrefix,
  })
  await until(async () => (await statusOf(service, '/health/ready')) === 200)
  return service
}

/** The figure of a metric with these labels. */
async function figure({ url }: RunningService, metric: string, ...labels: string[]): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const line = text
    .split('\n')
    .find((it) => it.startsWith(`${metric}{`) && [...labels, 'service="organization"'].every((label) => it.includes(label)))
  return Number(line?.split(' ').at(-1))
}

test('a database that no longer answers is seen in the metrics, which are answered all the same', async () => {
  const tap = await tapInto(Number(new URL(engines().mongoUri).port))
  const service = await startOn(tap.port)
  await until(async () => (await figure(service, 'sizhang_database_answer_seconds_count')) > 0)
  await tap.cut()
  await until(async () => (await figure(service, 'sizhang_database_silent_seconds')) > 3)
  await tap.mend()
  await until(async () => (await figure(service, 'sizhang_database_silent_seconds')) < 3)
  await service.stop()
  await tap.cut()
})

test('requests are measured by what they ask for, and what a client calls them becomes no label', async () => {
  const service = await startOn(Number(new URL(engines().mongoUri).port))
  const ask = (query: string) =>
    fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
  await ask('{ _service { sdl } }')
  await ask('query Stranger { mine: thing { id } }')
  expect(await figure(service, 'sizhang_request_seconds_count', 'operation="_service"')).toBe(1)
  expect(await figure(service, 'sizhang_request_errors_total', 'operation="thing"', 'family="INTERNAL"')).toBe(0)
  expect(await figure(service, 'sizhang_request_errors_total', 'operation="unread"', 'family="UNAUTHENTICATED"')).toBe(1)
  expect(await (await fetch(`${service.url}/metrics`)).text()).not.toMatch(/Stranger|"mine"/)
  await service.stop()
})

test('how long the event loop was held up is among the metrics', async () => {
  const service = await startOn(Number(new URL(engines().mongoUri).port))
  expect(await figure(service, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
  await service.stop()
})
