import { randomBytes, randomUUID } from 'node:crypto'
import { Relay } from '@sizhang/messaging'
import {
  Database,
  everywhere,
  type Grant,
  Health,
  Marks,
  type RunningService,
  startService,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
} from '@sizhang/service-kit'
import { FactLog, until } from '@sizhang/service-kit/testing'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type mongoose from 'mongoose'
import { membership } from '../membership'

/** What the graph answers. */
export interface Answered<Data> {
  data: Data
  errors?: {
    message: string
    path?: string[]
    extensions: { code: string; family: string; field: string | null; value: unknown; hint: string }
  }[]
}

/** Where the engines are, and the names of one test file. */
interface Place {
  brokers: string
  mongoUri: string
  databasePrefix: string
  topicPrefix: string
}

export interface Asking {
  variables?: Record<string, unknown>
  /** Default: the administrator's. */
  grants?: Grant[]
  account?: string
  language?: 'zh' | 'en'
}

/** The day that the service under test takes for today. */
const TODAY = '2026-03-31'
/** The administrator's password at the first start of a service under test. */
export const FIRST_PASSWORD = 'first-password-of-the-test'

/** Membership alone, on real engines, with the others' facts published by the test. */
export class MembershipUnderTest {
  private constructor(
    private readonly service: RunningService,
    private readonly sign: (account: string, grants: Grant[]) => Promise<string>,
    /** The topics, to publish others' facts in and to read its own from. */
    readonly log: FactLog,
  ) {}

  static async start({ brokers, mongoUri, ...names }: Place, settings: Record<string, string> = {}): Promise<MembershipUnderTest> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const named = { kid: randomUUID(), alg: 'EdDSA' }
    const declaration = membership({
      PORT: '4002',
      KAFKA_BROKERS: brokers,
      MONGODB_URI: mongoUri,
      DATABASE_PREFIX: names.databasePrefix,
      TOPIC_PREFIX: names.topicPrefix,
      LOG_LEVEL: 'fatal',
      CALLER_KEYS: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), ...named }] }),
      CALLER_SIGNING_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), ...named }),
      CURSOR_KEY: randomBytes(32).toString('base64'),
      FIELD_KEY: randomBytes(32).toString('base64'),
      INDEX_KEY: randomBytes(32).toString('base64'),
      FIRST_PASSWORD,
      TODAY,
      ...settings,
    })
    const sign = (account: string, grants: Grant[]) =>
      new SignJWT({ name: account, grants })
        .setProtectedHeader(named)
        .setIssuer(TOKEN_ISSUER)
        .setAudience(TOKEN_AUDIENCE)
        .setSubject(account)
        .setExpirationTime('5m')
        .sign(privateKey)
    const service = await startService({ ...declaration, settings: { ...declaration.settings, PORT: 0 } })
    const kafka = { brokers: brokers.split(','), topicPrefix: names.topicPrefix, clientId: 'membership-test' }
    const log = new FactLog(kafka, service.app.get(Relay))
    const started = new MembershipUnderTest(service, sign, log)
    await until(async () => (await service.app.get(Health).ask()).parts['consumer']?.ready === true)
    return started
  }

  get url(): string {
    return this.service.url
  }

  get database(): mongoose.mongo.Db {
    const { db } = this.service.app.get(Database).connection
    if (!db) throw new Error('the database is not open')
    return db
  }

  /** A part of the running service, for what only happens between two of its steps. */
  part<Part>(type: new (...parts: never[]) => Part): Part {
    return this.service.app.get(type)
  }

  /** Asks the graph as an administrator, unless told otherwise. */
  async ask<Data>(query: string, asking: Asking = {}): Promise<Answered<Data>> {
    const { variables = {}, grants = [everywhere('CITY_ADMINISTRATOR')], account = 'clerk', language = 'en' } = asking
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        authorization: `Bearer ${await this.sign(account, grants)}`,
      },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as Answered<Data>
  }

  /** Asks a route of files, as an administrator unless told otherwise. */
  async file(path: string, request: RequestInit & { duplex?: 'half' } = {}, asking: Omit<Asking, 'variables'> = {}): Promise<Response> {
    const { language = 'en' } = asking
    const headers = { 'accept-language': language, authorization: await this.authorization(asking), ...request.headers }
    return fetch(this.url + path, { ...request, headers } as RequestInit)
  }

  /** The header by which somebody is known, an administrator unless told otherwise. */
  async authorization({ grants = [everywhere('CITY_ADMINISTRATOR')], account = 'clerk' }: Omit<Asking, 'variables'> = {}): Promise<string> {
    return `Bearer ${await this.sign(account, grants)}`
  }

  /** Asks what must be answered without an error. */
  async answer<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, { variables })
    expect(errors).toBeUndefined()
    return data
  }

  /** Asks one of the routes between gateway and membership, in an account's name where one is given; a body that is not there is empty. */
  async post<Body>(path: string, body: object, account?: string): Promise<{ status: number; body: Body }> {
    const authorization = account && `Bearer ${await this.sign(account, [])}`
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...(authorization && { authorization }) },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Body }
  }

  /** Waits until the service has applied what the marks stand for. */
  async seen(marks: string[]): Promise<void> {
    for (let at = 0; at < marks.length; at += 50) await until(() => this.service.app.get(Marks).seen(marks.slice(at, at + 50)))
  }

  /** What a piece of work reads from the database, as `collection how`; what the relay and the consumer do meanwhile is left out. */
  async reads(work: () => Promise<unknown>): Promise<string[]> {
    const { database } = this
    const profile = database.collection('system.profile')
    await database.command({ profile: 2 })
    await work()
    await database.command({ profile: 0 })
    const reads = await profile
      .find<{ ns: string; planSummary: string }>({
        op: 'query',
        ns: { $not: /system|positions|parked|read_model|given_again|audit|paper/ },
        planSummary: { $not: /pendingAt|log\.audit/ },
      })
      .toArray()
    await profile.drop()
    return reads.map(({ ns, planSummary }) => `${ns.slice(ns.indexOf('.') + 1)} ${planSummary}`).sort()
  }

  async stop(): Promise<void> {
    await this.service.stop()
  }
}
