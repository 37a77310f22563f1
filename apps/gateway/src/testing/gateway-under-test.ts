import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settings } from '../config'
import { startGateway, type RunningGateway } from '../gateway'
import { TinyMembership } from './tiny-membership'
import type { TinyService } from './tiny-service'

/** An answer of the graph. */
export interface Answer {
  data?: Record<string, unknown> | null
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[]
  extensions?: Record<string, unknown>
}

interface Place {
  services: Record<string, string>
  brokers?: string
  topicPrefix?: string
  environment?: Record<string, string>
}

/** A gateway before small services of the test's own, and a small membership that signs anybody in. */
export class GatewayUnderTest {
  private constructor(
    private running: RunningGateway,
    private readonly place: Place,
    private readonly folder: string,
    readonly membership: TinyMembership,
    readonly membershipService: TinyService,
    /** A session of somebody who is signed in. */
    readonly session: string,
  ) {}

  static async start(place: Place): Promise<GatewayUnderTest> {
    const { membership, service } = await TinyMembership.start()
    const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
    const whole = {
      ...place,
      services: { membership: service.url, ...place.services },
      environment: { CALLER_KEYS: JSON.stringify(membership.keys), ...place.environment },
    }
    return new GatewayUnderTest(await run(whole, folder), whole, folder, membership, service, membership.begin())
  }

  get url(): string {
    return this.running.url
  }

  /** Starts anew, from what the last process kept. */
  async restart(): Promise<void> {
    await this.running.stop()
    this.running = await run(this.place, this.folder)
  }

  async stop(): Promise<void> {
    await this.running.stop()
    await this.membershipService.goAway()
    await rm(this.folder, { recursive: true })
  }

  /** Sends a body to the graph as one who is signed in. */
  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.session}`, 'accept-language': 'en', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  async ask(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return (await (await this.post({ query, variables }, headers)).json()) as Answer
  }
}

function run({ services, brokers = '127.0.0.1:1', topicPrefix = '', environment = {} }: Place, folder: string): Promise<RunningGateway> {
  const read = settings({
    LOG_LEVEL: 'fatal',
    NODE_ENV: 'test',
    SERVICES: Object.entries(services)
      .map(([name, url]) => `${name}=${url}`)
      .join(','),
    SUPERGRAPH_FILE: join(folder, 'supergraph.json'),
    PORTAL_DIR: join(folder, 'portal'),
    KAFKA_BROKERS: brokers,
    TOPIC_PREFIX: topicPrefix,
    ...environment,
  })
  return startGateway({ ...read, PORT: 0 })
}
