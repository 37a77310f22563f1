import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AppProcess, dropDatabases, freePort, generateSecrets, portsFrom, type Service } from '@sizhang/engines'
import type { KafkaSettings } from '@sizhang/messaging'
import { operatorAuthorization } from '../../start/operator-token'
import type { Site } from '../site'
import { metricOf } from './metrics'

/** Between two looks at how far the instances are: telling their figures costs them some milliseconds. */
const LOOK_EVERY_MS = 200

/** Instances of one service without the others, in one group, on an empty database of their own: they read their topics from the first fact. */
export class Alone {
  private constructor(
    private readonly instances: readonly AppProcess[],
    readonly databasePrefix: string,
    readonly authorization: () => Promise<string>,
    private readonly drop: () => Promise<void>,
  ) {}

  /** Starts so many and waits until all are ready. */
  static async start({ bench }: Site, service: Service, { topicPrefix }: KafkaSettings, count = 1): Promise<Alone> {
    const { brokers, mongoUri, settings } = bench
    const databasePrefix = `a${randomBytes(4).toString('hex')}_`
    const secrets = generateSecrets()
    const common = { root: settings.root, brokers, mongoUri, secrets, databasePrefix, topicPrefix }
    const instances: AppProcess[] = []
    for (let place = 0; place < count; place++) {
      const home = join(settings.home, service, `${databasePrefix}${place}`)
      instances.push(new AppProcess(service, { ...common, home, ports: portsFrom(await freePort()) }))
    }
    for (const instance of instances) instance.start()
    await Promise.all(instances.map((instance) => instance.whenReady()))
    return new Alone(instances, databasePrefix, operatorAuthorization(secrets.callerSigningKey), () =>
      dropDatabases(mongoUri, databasePrefix),
    )
  }

  get urls(): readonly string[] {
    return this.instances.map(({ url }) => url)
  }

  /** Resolves when they have applied so many facts together, since their start. */
  async haveApplied(count: number): Promise<void> {
    while ((await this.sumOf((url) => metricOf(url, 'sizhang_consumer_records_total', 'fate="applied"'))) < count)
      await pause(LOOK_EVERY_MS)
  }

  /** A figure of each instance, added up. */
  async sumOf(figure: (url: string) => Promise<number>): Promise<number> {
    const figures = await Promise.all(this.urls.map(figure))
    return figures.reduce((sum, one) => sum + one, 0)
  }

  async stop(): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.stop()))
    await this.drop()
  }
}
