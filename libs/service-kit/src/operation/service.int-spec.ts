import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { Controller, Module, type Type } from '@nestjs/common'
import { UnitEstablished } from '@sizhang/contracts'
import { ignored, When, type Ignored } from '@sizhang/messaging'
import { engines, freshNames } from '@sizhang/testing'
import type { Caller } from '../caller/caller'
import { everywhere } from '../rights'
import { refusalOf } from '../graph/errors'
import { establish, SmallUnits, startSmallService, statusOf } from '../testing/service'
import { until } from '../testing/until'
import { tapInto } from '../testing/tap'
import type { PartHealth } from './health'

const names = freshNames()
afterAll(() => names.drop())

const clerk: Caller = {
  accountId: 'clerk',
  name: 'clerk',
  grants: [everywhere('CITY_ADMINISTRATOR')],
  language: 'zh',
  after: [],
  correlationId: 'c-1',
}
const mongoPort = Number(new URL(engines().mongoUri).port)
const start = (mongo: number, brokers = engines().brokers, features: Type[] = []) =>
  startSmallService(
    {
      KAFKA_BROKERS: brokers,
      MONGODB_URI: `mongodb://127.0.0.1:${mongo}/?directConnection=true`,
      DATABASE_PREFIX: names.databasePrefix,
      TOPIC_PREFIX: names.topicPrefix,
    },
    features,
  )

@Controller()
class Follower {
  @When(UnitEstablished)
  takeNoteWhenUnitEstablished(): Ignored {
    return ignored('only whether it follows is asked')
  }
}

@Module({ controllers: [Follower] })
class FollowerModule {}

test('a service that starts without its database lives, is not ready, and becomes ready by itself', async () => {
  const tap = await tapInto(mongoPort, { cut: true })
  const service = await start(tap.port)
  expect(await statusOf(service, '/health/live')).toBe(200)
  expect(await statusOf(service, '/health/ready')).toBe(503)
  await tap.mend()
  await until(async () => (await statusOf(service, '/health/ready')) === 200)
  expect(await (await fetch(`${service.url}/metrics`)).text()).toContain('process_cpu_seconds_total')
  await service.stop()
  await tap.cut()
})

test('a service that starts without Kafka lives, says that it waits for Kafka, and is ready once it follows it', async () => {
  const [host, port] = (engines().brokers.split(',')[0] ?? '').split(':')
  expect(host).toBe('127.0.0.1')
  const tap = await tapInto(Number(port), { cut: true })
  const service = await start(mongoPort, `127.0.0.1:${tap.port}`, [FollowerModule])
  const parts = async () =>
    ((await (await fetch(`${service.url}/health/ready`)).json()) as { parts: Partial<Record<string, PartHealth>> }).parts
  expect((await parts())['consumer']).toMatchObject({ ready: false, detail: expect.stringContaining('waiting for Kafka') })
  await until(async () => (await parts())['database']?.ready === true)
  expect((await parts())['consumer']).toMatchObject({ ready: false, detail: expect.stringContaining('waiting for Kafka') })
  expect([await statusOf(service, '/health/live'), await statusOf(service, '/health/ready')]).toEqual([200, 503])
  await tap.mend()
  await until(async () => (await statusOf(service, '/health/ready')) === 200)
  expect((await parts())['consumer']).toMatchObject({ ready: true, detail: 'consuming 12 partitions' })
  await service.stop()
  await tap.cut()
})

test('a service whose database never came stops within ten seconds', async () => {
  const tap = await tapInto(mongoPort, { cut: true })
  const service = await start(tap.port)
  const began = Date.now()
  await service.stop()
  expect(Date.now() - began).toBeLessThan(10_000)
})

test('a request that never ends does not hold up the stop', async () => {
  const service = await start(mongoPort)
  await until(async () => (await statusOf(service, '/health/ready')) === 200)
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await new Promise<void>((resolve) =>
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{', () => resolve()),
  )
  expect(await statusOf(service, '/health/live')).toBe(200)
  const began = Date.now()
  await service.stop()
  expect(Date.now() - began).toBeLessThan(7_000)
  await closed
})

test('while the database is away a command is refused for now; sent again with its id it is carried out once', async () => {
  const tap = await tapInto(mongoPort)
  const service = await start(tap.port)
  await until(async () => (await statusOf(service, '/health/ready')) === 200)
  const units = service.app.get(SmallUnits)
  const command = { commandId: randomUUID(), name: 'establishUnit', input: {} }
  const send = () => units.create(clerk, command, (id) => establish(id, '断线'))
  await tap.cut()
  const refused: unknown = await send().catch((error: unknown) => error)
  expect(refusalOf(refused)?.code).toBe('UNAVAILABLE')
  await tap.mend()
  await until(() =>
    send().then(
      ({ version }) => version === 1,
      () => false,
    ),
  )
  await service.stop()
  await tap.cut()
})
