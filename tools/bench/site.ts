import { randomBytes } from 'node:crypto'
import { explain, kafka } from '@sizhang/engines'
import type { KafkaSettings } from '@sizhang/messaging'
import { administratorSession } from '@sizhang/testing'
import mongoose, { type Connection, type mongo } from 'mongoose'
import { Bench, Rig } from '../trials/rig/rig'
import { foundSocieties } from './data/network'

/** The apps with a city, and a session of the administrator. */
export interface City {
  rig: Rig
  session: string
}

/** Where all rows are measured: engines of the bench's own, and the five apps for the rows that need them. */
export class Site {
  private city: Promise<City> | undefined
  private societies: Promise<void> | undefined
  private closing: Promise<void> | undefined

  private constructor(
    readonly bench: Bench,
    private readonly connection: Connection,
  ) {}

  static async open(say: (line: string) => void): Promise<Site> {
    const bench = await Bench.open(say, 'bench')
    // Raw drivers write as the services do: acknowledged by a majority and the journal, over as many connections.
    const options = { maxPoolSize: 16, writeConcern: { w: 'majority', journal: true } } as const
    return new Site(bench, await mongoose.createConnection(bench.mongoUri, options).asPromise())
  }

  /** An empty database, or a named one. */
  database(name = `bench_${randomBytes(4).toString('hex')}`): mongo.Db {
    return this.connection.getClient().db(name)
  }

  /** Kafka under names that nothing else uses. */
  kafka(): KafkaSettings {
    return { brokers: [this.bench.brokers], topicPrefix: `b${randomBytes(4).toString('hex')}.`, clientId: 'bench' }
  }

  /** The five apps, ready, with the areas of Wuxi and twelve town associations; started when a row first asks. */
  apps(): Promise<City> {
    this.city ??= this.startApps()
    return this.city
  }

  /** The same, with two hundred societies, their seats and who holds them. */
  async network(): Promise<City> {
    const city = await this.apps()
    this.societies ??= foundSocieties(city.rig.gateway, city.rig.authorization)
    await this.societies
    return city
  }

  /** Names and versions of the engines. */
  async engines(): Promise<string> {
    const { version } = await this.database('admin').command({ buildInfo: 1 })
    return `${kafka.title}, MongoDB ${version} (replica set of one), Node ${process.versions.node}`
  }

  /** Stops all that was started; also when it is asked twice, as by a signal while a row fails. */
  close(): Promise<void> {
    this.closing ??= this.closeAll()
    return this.closing
  }

  private async closeAll(): Promise<void> {
    const city = await this.city?.catch((error: unknown) => void console.error(explain(error)))
    await city?.rig.stop()
    await this.connection.close()
    await this.bench.close()
  }

  private async startApps(): Promise<City> {
    // What a request costs is measured, counting it included; how many an account may send is not.
    const env = { ACCOUNT_REQUESTS_PER_MINUTE: '1000000' }
    const rig = await Rig.start({ bench: this.bench, name: 'bench', seed: 1, short: false, faults: 0, env })
    const administrator = { account: 'admin', password: rig.settings.secrets.firstPassword }
    return { rig, session: await administratorSession({ gateway: rig.gateway, administrator }) }
  }
}
