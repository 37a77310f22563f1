import { randomBytes } from 'node:crypto'
import type { Fact } from '@sizhang/contracts'
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
import { reporting } from '../reporting'

/** Where the engines are, and the names of one test file. */
export interface Place {
  brokers: string
  mongoUri: string
  databasePrefix: string
  topicPrefix: string
}

/** What the graph answers. */
export interface Answered<Data> {
  data: Data
  errors?: { message: string; extensions: { code: string; field: string | null; value: unknown } }[]
}

interface Asking {
  variables?: Record<string, unknown>
  /** Default: the administrator's. */
  grants?: Grant[]
  account?: string
  language?: 'zh' | 'en'
}

/** Reporting alone, on real engines, with its facts published by the test. */
export class ReportingUnderTest {
  private readonly marks: string[] = []

  private constructor(
    private service: RunningService,
    private readonly start: () => Promise<RunningService>,
    private readonly sign: (account: string, grants: Grant[]) => Promise<string>,
    private readonly log: FactLog,
  ) {}

  static async start({ brokers, mongoUri, ...names }: Place, settings: Record<string, string> = {}): Promise<ReportingUnderTest> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const environment = {
      PORT: '4004',
      KAFKA_BROKERS: brokers,
      MONGODB_URI: mongoUri,
      DATABASE_PREFIX: names.databasePrefix,
      TOPIC_PREFIX: names.topicPrefix,
      LOG_LEVEL: 'fatal',
      CALLER_KEYS: JSON.stringify({ keys: [await exportJWK(publicKey)] }),
      CURSOR_KEY: randomBytes(32).toString('base64'),
      TODAY: '2026-03-31',
      ...settings,
    }
    const declaration = reporting(environment)
    const start = () => startService({ ...declaration, settings: { ...declaration.settings, PORT: 0 } })
    const sign = (account: string, grants: Grant[]) =>
      new SignJWT({ name: account, grants })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(TOKEN_ISSUER)
        .setAudience(TOKEN_AUDIENCE)
        .setSubject(account)
        .setExpirationTime('5m')
        .sign(privateKey)
    const kafka = { brokers: brokers.split(','), topicPrefix: names.topicPrefix, clientId: 'reporting-test' }
    const started = new ReportingUnderTest(await start(), start, sign, new FactLog(kafka))
    await started.ready()
    return started
  }

  get app(): RunningService['app'] {
    return this.service.app
  }

  /** Asks the graph as an administrator, unless told otherwise. */
  async ask<Data>(query: string, asking: Asking = {}): Promise<Answered<Data>> {
    const { variables = {}, grants = [everywhere('CITY_ADMINISTRATOR')], account = 'clerk', language = 'en' } = asking
    const response = await fetch(`${this.service.url}/graphql`, {
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

  /** Asks what must be answered without an error. */
  async answer<Data>(query: string, asking?: Asking): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, asking)
    expect(errors).toBeUndefined()
    return data
  }

  /** Publishes facts, each so many times, and waits until all are applied. */
  async publish(facts: readonly Fact[], times = 1): Promise<void> {
    const marks = await this.log.publish(facts, times)
    this.marks.push(...marks)
    await this.seen(marks)
  }

  /** Empties the database and starts the service anew: all figures are made again from the first fact. */
  async rebuild(): Promise<void> {
    await this.app.get(Database).connection.dropDatabase()
    await this.service.stop()
    this.service = await this.start()
    await this.ready()
    await this.seen(this.marks)
  }

  async stop(): Promise<void> {
    await this.service.stop()
  }

  private async ready(): Promise<void> {
    await until(async () => (await this.app.get(Health).ask()).ready)
  }

  private async seen(marks: string[]): Promise<void> {
    for (let at = 0; at < marks.length; at += 50) await until(() => this.app.get(Marks).seen(marks.slice(at, at + 50)))
  }
}
