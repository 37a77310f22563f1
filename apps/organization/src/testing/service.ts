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
import { organization } from '../organization'

/** What the graph answers. */
export interface Answered<Data> {
  data: Data
  errors?: {
    message: string
    extensions: { code: string; family: string; field: string | null; value: unknown; hint: string; rule: string | null }
  }[]
}

/** Where the engines are, and the names of one test file. */
interface Place {
  brokers: string
  mongoUri: string
  databasePrefix: string
  topicPrefix: string
}

interface Asking {
  variables?: Record<string, unknown>
  /** Default: the administrator's. */
  grants?: Grant[]
  account?: string
  language?: 'zh' | 'en'
}

/** Organization alone, on real engines, with the others' facts published by the test. */
export class OrganizationUnderTest {
  private constructor(
    private readonly service: RunningService,
    private readonly sign: (account: string, grants: Grant[]) => Promise<string>,
    /** The topics, to publish others' facts in and to read its own from. */
    readonly log: FactLog,
  ) {}

  static async start({ brokers, mongoUri, ...names }: Place, settings: Record<string, string> = {}): Promise<OrganizationUnderTest> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const declaration = organization({
      PORT: '4001',
      KAFKA_BROKERS: brokers,
      MONGODB_URI: mongoUri,
      DATABASE_PREFIX: names.databasePrefix,
      TOPIC_PREFIX: names.topicPrefix,
      LOG_LEVEL: 'fatal',
      CALLER_KEYS: JSON.stringify({ keys: [await exportJWK(publicKey)] }),
      CURSOR_KEY: randomBytes(32).toString('base64'),
      TODAY: '2026-03-31',
      ...settings,
    })
    const sign = (account: string, grants: Grant[]) =>
      new SignJWT({ name: account, grants })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(TOKEN_ISSUER)
        .setAudience(TOKEN_AUDIENCE)
        .setSubject(account)
        .setExpirationTime('5m')
        .sign(privateKey)
    const service = await startService({ ...declaration, settings: { ...declaration.settings, PORT: 0 } })
    const kafka = { brokers: brokers.split(','), topicPrefix: names.topicPrefix, clientId: 'organization-test' }
    const log = new FactLog(kafka, service.app.get(Relay))
    const started = new OrganizationUnderTest(service, sign, log)
    await until(async () => (await service.app.get(Health).ask()).parts['consumer']?.ready === true)
    return started
  }

  get url(): string {
    return this.service.url
  }

  /** The header of an account's requests, of an administrator's unless told otherwise. */
  async authorization({ grants = [everywhere('CITY_ADMINISTRATOR')], account = 'clerk' }: Asking = {}): Promise<string> {
    return `Bearer ${await this.sign(account, grants)}`
  }

  get database(): mongoose.mongo.Db {
    const { db } = this.service.app.get(Database).connection
    if (!db) throw new Error('the database is not open')
    return db
  }

  /** Sends a request as an administrator, unless told otherwise. */
  async send(path: string, body: string | Buffer, headers: Record<string, string>, asking: Asking = {}): Promise<Response> {
    const { language = 'en' } = asking
    const authorization = await this.authorization(asking)
    const sent = typeof body === 'string' ? body : new Uint8Array(body)
    return fetch(this.service.url + path, {
      method: 'POST',
      headers: { authorization, 'accept-language': language, ...headers },
      body: sent,
    })
  }

  /** Fetches a file as an administrator, unless told otherwise. */
  async get(path: string, asking: Asking = {}): Promise<Response> {
    const { language = 'en' } = asking
    const authorization = await this.authorization(asking)
    return fetch(this.service.url + path, { headers: { authorization, 'accept-language': language } })
  }

  /** Asks the graph. */
  async ask<Data>(query: string, asking: Asking = {}): Promise<Answered<Data>> {
    const body = JSON.stringify({ query, variables: asking.variables ?? {} })
    const response = await this.send('/graphql', body, { 'content-type': 'application/json' }, asking)
    return (await response.json()) as Answered<Data>
  }

  /** Asks what must be answered without an error. */
  async answer<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, { variables })
    expect(errors).toBeUndefined()
    return data
  }

  /** Sends a command: the payload's fields are asked for as given. */
  command<Payload = Record<string, unknown>>(
    name: string,
    input: object,
    { fields = 'version mark', commandId = randomUUID() as string, expectedVersion, ...asking }: Commanding = {},
  ): Promise<Answered<Record<string, Payload>>> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const version = expectedVersion === undefined ? '' : `, expectedVersion: ${expectedVersion}`
    const query = `mutation ($commandId: ID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input${version}) { ${fields} } }`
    return this.ask(query, { ...asking, variables: { commandId, input } })
  }

  /** Waits until the service has applied what the marks stand for. */
  async seen(marks: string[]): Promise<void> {
    await until(() => this.service.app.get(Marks).seen(marks))
  }

  /** All that is stored but for what follows others, to compare before and after. */
  async stored(collections: string[]): Promise<unknown> {
    const kept = collections.map((name) =>
      this.database
        .collection(name)
        .find({}, { projection: { version: 1, 'log.seq': 1 } })
        .sort({ _id: 1 }),
    )
    return Promise.all(kept.map((cursor) => cursor.toArray()))
  }

  async stop(): Promise<void> {
    await this.service.stop()
  }
}

interface Commanding extends Omit<Asking, 'variables'> {
  fields?: string
  commandId?: string
  expectedVersion?: number
}
