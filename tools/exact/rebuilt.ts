import { AppProcess, dropDatabases, freePort, generateSecrets, Problem, type Service, type StackSettings, until } from '@sizhang/engines'
import { forgetGroups, groupsWithMembers, type KafkaAsked, readModelState } from '@sizhang/messaging'
import type { Connection } from 'mongoose'
import { whenApplied } from './applied'
import { compareReadModels, type Compared } from './comparison'
import { driverOf } from './databases'
import type { FactsInLog } from './facts-in-log'

/** Where the live installation is. */
export type Live = Omit<StackSettings, 'secrets' | 'ports' | 'brokers' | 'topicPrefix'> & {
  client: Connection
  asked: KafkaAsked
  /** Read models that are not compared. */
  leftOut?: readonly string[]
}

/** Names the databases and groups that are built for comparison; no installation's own begin so. */
const BESIDE = 'verify'
const STARTS_WITHIN = 120_000

/**
 * Has a service build its read models anew beside the live ones, from the first record of the log, by the product's own bundle and under a
 * group of its own, and compares them. Nothing of it is left behind, and the live service is not disturbed.
 */
export async function compareRebuilt(service: Service, live: Live, facts: FactsInLog): Promise<Compared> {
  const { client, asked, databasePrefix = '' } = live
  const prefix = `${databasePrefix}${BESIDE}_`
  const group = `${BESIDE}.${service}`
  if ((await groupsWithMembers(asked, [group])).length > 0)
    throw new Problem('另一次核对正在进行，请等它结束。', `Another comparison is running (group ${group}): wait for its end.`)
  await dropDatabases(live.mongoUri, prefix + service)
  const beside = await processBeside(service, live, prefix, group)
  try {
    // It is never ready: its database lacks what the log holds of its own aggregates, so it only reads.
    beside.start()
    const reads = async () => (await groupsWithMembers(asked, [group])).length > 0
    if (!(await until(reads, { within: STARTS_WITHIN, every: 200, stop: () => !beside.runs })))
      throw new Problem(
        `${service} 无法另起一份以供核对，日志 ${beside.log}。`,
        `A second ${service} to compare with does not start: see ${beside.log}.`,
      )
    const built = client.useDb(prefix + service)
    const late = await whenApplied(service, built, facts)
    if (late.length > 0) return { documents: 0, checksum: '', moving: 0, different: 0, findings: late }
    const database = client.useDb(databasePrefix + service)
    const { live: generation } = await readModelState(driverOf(database))
    return await compareReadModels({ database, generation }, { database: built, generation: 0 }, live.leftOut)
  } finally {
    await beside.stop()
    await dropDatabases(live.mongoUri, prefix + service)
    await forgetGroups(asked, [group])
  }
}

/** It answers nobody, so it has secrets of its own. */
async function processBeside(service: Service, live: Live, prefix: string, group: string): Promise<AppProcess> {
  const { root, home, mongoUri, env = {}, bundles } = live
  const { brokers, topicPrefix } = live.asked.kafka
  const port = await freePort()
  return new AppProcess(service, {
    root,
    home: `${home}/${BESIDE}`,
    ports: { organization: port, membership: port, activity: port, reporting: port, gateway: port },
    brokers: brokers.join(),
    mongoUri,
    secrets: generateSecrets(),
    databasePrefix: prefix,
    topicPrefix,
    ...(bundles ? { bundles } : {}),
    env: { ...env, CONSUMER_GROUP: group },
  })
}
