import { randomUUID } from 'node:crypto'
import { Controller, Module } from '@nestjs/common'
import { UnitEstablished, type EventOf } from '@sizhang/contracts'
import { When, type Write } from '@sizhang/messaging'
import { engines, freshNames } from '@sizhang/testing'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '../caller/caller-tokens'
import type { RunningService } from '../operation/service'
import { everywhere } from '../rights'
import { FactLog } from '../testing/fact-log'
import { establish, startSmallService, statusOf } from '../testing/service'
import { until } from '../testing/until'

const names = freshNames()
const { brokers, mongoUri } = engines()
const log = new FactLog({ brokers: brokers.split(','), topicPrefix: names.topicPrefix, clientId: 'status-test' })
const keys = generateKeyPair('EdDSA', { crv: 'Ed25519' })
let handlerIsFixed = true
let [one, other]: RunningService[] = []

@Controller()
class Follower {
  @When(UnitEstablished)
  showUnitWhenUnitEstablished({ subject, data }: EventOf<typeof UnitEstablished>): Write[] {
    if (!handlerIsFixed) throw new TypeError('Cannot read properties of undefined')
    return [{ into: 'shown', id: subject, set: { from: data.from } }]
  }
}

@Module({ controllers: [Follower] })
class FollowerModule {}

async function start(kafka = brokers): Promise<RunningService> {
  const settings = {
    KAFKA_BROKERS: kafka,
    MONGODB_URI: mongoUri,
    DATABASE_PREFIX: names.databasePrefix,
    TOPIC_PREFIX: names.topicPrefix,
    CALLER_KEYS: JSON.stringify({ keys: [await exportJWK((await keys).publicKey)] }),
  }
  return startSmallService(settings, [FollowerModule])
}

beforeAll(async () => {
  ;[one, other] = await Promise.all([start(), start()])
  for (const service of [one, other]) await until(async () => (await statusOf(service as RunningService, '/health/ready')) === 200)
})
beforeEach(() => (handlerIsFixed = true))
afterAll(async () => {
  await Promise.all([one?.stop(), other?.stop()])
  await names.drop()
})

interface Parked {
  id: string
  aggregate: string | null
  topic: string
  partition: number
  offset: number
  reason: string
  since: string
  waiting: number
  retrying: boolean
}

interface Asked {
  organizationStatus: {
    ready: boolean
    unready: { part: string; detail: string | null }[]
    lag: { count: number; seconds: number } | null
    asOf: string | null
    unpublished: { count: number; seconds: number } | null
    parked: { count: number; first: Parked[] } | null
  }
}

interface Answer<Data> {
  data: Data
  errors?: { extensions: { code: string; field: string | null } }[]
}

async function ask<Data = Asked>(
  service: RunningService | undefined,
  query: string,
  grants = [everywhere('CITY_ADMINISTRATOR')],
): Promise<Answer<Data>> {
  const token = await new SignJWT({ name: 'clerk', grants })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setSubject('clerk')
    .setExpirationTime('5m')
    .sign((await keys).privateKey)
  const answer = await fetch(`${service?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  })
  return (await answer.json()) as Answer<Data>
}

const PARKED = 'id aggregate topic partition offset reason since waiting retrying'
const STATUS = `{ organizationStatus { ready unready { part detail } lag { count seconds } asOf unpublished { count seconds } parked { count first { ${PARKED} } } } }`
const status = async (service = one) => (await ask(service, STATUS)).data.organizationStatus
/** The first status that is as wished. */
async function statusWhen(wished: (now: Asked['organizationStatus']) => boolean, service = one): Promise<Asked['organizationStatus']> {
  let now = await status(service)
  await until(async () => wished((now = await status(service))))
  return now
}
async function parkedWhen(wished: (parked: Parked) => boolean): Promise<Parked> {
  const { parked } = await statusWhen((now) => now.parked?.first.some(wished) === true)
  return parked?.first.find(wished) as Parked
}
const retry = (id: string) =>
  ask<{ retryParkedInOrganization: { parked: Parked | null } }>(
    one,
    `mutation { retryParkedInOrganization(id: "${id}") { parked { ${PARKED} } } }`,
  )
const factOf = (unitId: string) => establish(unitId, '东亭街道科协').facts
const UNITS = 'organization.units'

test('a service that is well says so, and up to when its read models hold all facts', async () => {
  const before = Date.now()
  const { asOf, ...rest } = await statusWhen(({ lag }) => lag?.count === 0)
  expect(rest).toEqual({
    ready: true,
    unready: [],
    lag: { count: 0, seconds: 0 },
    unpublished: { count: 0, seconds: 0 },
    parked: { count: 0, first: [] },
  })
  expect(Date.parse(asOf ?? '')).toBeGreaterThan(before - 3_000)
})

test('what is parked is told by every instance with its place and cause, and nothing of what a stranger wrote into the record', async () => {
  await log.put([
    { topic: UNITS, key: 'x', value: '王建明，电话 13912345678' },
    { topic: UNITS, key: 'x', value: '{"subject":"王建明","type":"13912345678"}' },
  ])
  const { parked: found } = await statusWhen(({ parked }) => (parked?.count ?? 0) >= 2)
  expect(found?.first).toContainEqual(
    expect.objectContaining({ topic: UNITS, aggregate: null, reason: 'UNREADABLE', waiting: 0, retrying: false }),
  )
  expect(JSON.stringify(found)).not.toMatch(/王建明|13912345678/)
  expect((await status(other)).parked).toEqual(found)
})

test('tried again before the mending it stays parked; after it, the record and all that waits behind it are applied', async () => {
  handlerIsFixed = false
  const unitId = randomUUID()
  await log.publish(factOf(unitId))
  const parked = await parkedWhen(({ aggregate }) => aggregate === unitId)
  expect(parked).toMatchObject({ topic: UNITS, reason: 'HANDLER_FAILED', retrying: false })
  expect((await retry(parked.id)).data.retryParkedInOrganization.parked).toMatchObject({ id: parked.id, aggregate: unitId })
  const tried = await parkedWhen(({ id, since, retrying }) => id === parked.id && since !== parked.since && !retrying)
  expect(tried.reason).toBe('HANDLER_FAILED')

  handlerIsFixed = true
  await retry(parked.id)
  await until(async () => !(await status()).parked?.first.some(({ id }) => id === parked.id))
  const { count } = (await status()).parked ?? { count: -1 }
  expect(await retry(parked.id)).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND', field: 'id' } }] })
  expect((await status()).parked?.count).toBe(count)
})

test('while Kafka is away the lag is unknown, and the rest is told all the same', async () => {
  const alone = await start('127.0.0.1:1')
  const found = await statusWhen(({ unpublished }) => unpublished !== null, alone)
  expect(found).toMatchObject({ ready: false, lag: null, asOf: null, unpublished: { count: 0 }, parked: { count: expect.any(Number) } })
  expect(found.unready).toContainEqual({ part: 'relay', detail: expect.stringMatching(/Kafka/) })
  await alone.stop()
})

test('only an administrator sees it or has anything tried again', async () => {
  for (const query of [STATUS, 'mutation { retryParkedInOrganization(id: "x") { parked { id } } }'])
    expect((await ask(one, query, [])).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})
