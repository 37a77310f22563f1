import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type DataOf, UnitDissolved, UnitEstablished } from '@sizhang/contracts'
import { type App, until } from '@sizhang/engines'
import { inGeneration, readModelState } from '@sizhang/messaging'
import { FactLog } from '@sizhang/service-kit/testing'
import { engines, type Stack } from '@sizhang/testing'
import mongoose, { type Connection } from 'mongoose'
import { driverOf } from '../../exact/databases'
import { runCommand } from '../commands'
import { opsSettings, type OpsSettings } from '../settings'

const IN_A_GO = 1_000

/** What a command said, and whether all is well. */
export interface Told {
  well: boolean
  said: string
}

/** Somebody who runs commands on a stack under test, and publishes facts that the stack's services read. */
export class Operator {
  readonly settings: OpsSettings
  private readonly log: FactLog
  private readonly published: string[] = []
  /** Stop what publishes on and on. */
  private readonly going: (() => Promise<void>)[] = []

  private constructor(
    stack: Stack,
    apps: readonly App[],
    readonly database: Connection,
  ) {
    const { brokers, mongoUri } = engines()
    this.settings = opsSettings({
      KAFKA_BROKERS: brokers,
      MONGODB_URI: mongoUri,
      TOPIC_PREFIX: stack.topicPrefix,
      DATABASE_PREFIX: stack.databasePrefix,
      SERVICES: apps.map((app) => `${app}=${stack.services[app]}`).join(','),
    })
    this.log = new FactLog({ brokers: brokers.split(','), topicPrefix: stack.topicPrefix, clientId: 'operator' })
  }

  static async of(stack: Stack, apps: readonly App[]): Promise<Operator> {
    const client = await mongoose.createConnection(engines().mongoUri).asPromise()
    return new Operator(stack, apps, client.useDb(`${stack.databasePrefix}reporting`))
  }

  /** Runs a command in this process. */
  async runs(...args: string[]): Promise<Told> {
    const said: string[] = []
    const well = await runCommand(args, this.settings, (line) => said.push(line))
    return { well, said: said.join('\n') }
  }

  /** Runs a command as operators do, in a process of its own. */
  starts(...args: string[]): ChildProcess {
    const names = { TOPIC_PREFIX: this.settings.kafka.topicPrefix, DATABASE_PREFIX: this.settings.databasePrefix }
    const env = { ...process.env, ...names }
    return spawn(process.execPath, ['tools/run.mjs', 'ops', ...args], { cwd: this.settings.root, env, stdio: 'ignore' })
  }

  /** Publishes that so many new units came into being; answers their ids. */
  async establishes(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID())
    for (let from = 0; from < count; from += IN_A_GO)
      await this.log.publish(ids.slice(from, from + IN_A_GO).map((id) => UnitEstablished.of(aUnit(id))))
    this.published.push(...ids)
    return ids
  }

  /** Publishes two facts of one unit, and waits until the live read model shows both. */
  async establishesAndDissolves(id: string): Promise<void> {
    const { unitType, area, path } = aUnit(id)
    await this.log.publish([UnitEstablished.of(aUnit(id)), UnitDissolved.of({ unitId: id, unitType, area, path, on: '2026-01-01' })])
    await until(async () => (await (await this.units()).findOne({ _id: id }))?.seq === 2, { within: 30_000 })
  }

  /** Publishes a unit every few milliseconds until it is stopped. */
  goesOn(): () => Promise<void> {
    const stopped = new AbortController()
    const running = (async () => {
      for (; !stopped.signal.aborted; await wait(20)) await this.establishes(1)
    })()
    const stop = async () => {
      stopped.abort()
      await running
    }
    this.going.push(stop)
    return stop
  }

  /** The units of the generation that is live. */
  async units() {
    const { live } = await readModelState(driverOf(this.database))
    return inGeneration(driverOf(this.database), live).collection<{ _id: string; from: string; seq: number }>('units')
  }

  /** What is wrong with the live units beside what was published: each once, in full. */
  async wrong(): Promise<string[]> {
    const found = new Map((await (await this.units()).find().toArray()).map((unit) => [unit._id, unit]))
    const missing = this.published.filter((id) => found.get(id)?.from !== FROM || found.get(id)?.seq !== 1)
    const strange = [...found.keys()].filter((id) => !this.published.includes(id))
    return [...missing.map((id) => `missing or other: ${id}`), ...strange.map((id) => `never published: ${id}`)]
  }

  async close(): Promise<void> {
    // Also what a test that failed has left going.
    await Promise.all(this.going.map((stop) => stop()))
    await this.database.getClient().close()
  }
}

const FROM = '2018-06-11'

function aUnit(unitId: string): DataOf<typeof UnitEstablished> {
  const place = { serves: 'TOWN' as const, area: '320211001', path: ['320200', '320211', '320211001'], covers: ['320211001'] }
  return { unitId, unitType: 'TOWN_ASSOCIATION', ...place, parentId: null, mode: 'OWN', hostId: null, from: FROM }
}
