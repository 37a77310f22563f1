import { mkdir } from 'node:fs/promises'
import type { Connection } from 'mongoose'
import { accepts, loopback, Problem } from '../processes'
import type { Kind } from './local'
import { obtainMongod } from './obtain'

const replicaSet = 'sizhang'
const alreadyInitiated = 23

/** One MongoDB server as a replica set of one member (change streams and transactions need a set), on this machine only; it asks nobody who he is. */
export const mongo: Kind = mongoWith([])

/** Such a server with further arguments. */
export function mongoWith(more: readonly string[]): Kind {
  return {
    name: 'mongo',
    title: 'MongoDB',
    port: ({ mongoPort }) => mongoPort,
    portSetting: 'MONGODB_PORT',
    address: (port) => `mongodb://${loopback}:${port}/?replicaSet=${replicaSet}`,
    answers: (uri) => accepts(Number(new URL(uri).port)),
    settle: initiate,
    complaint: complaintIn,

    async prepare({ downloads, mongoPort, say }, data) {
      const command = await obtainMongod(downloads, say)
      await mkdir(data, { recursive: true })
      return { command, args: ['--dbpath', data, '--port', String(mongoPort), ...fixed, ...more] }
    },
  }
}

/** The errors among the lines of JSON that mongod logs. */
function complaintIn(line: string): string | undefined {
  if (!/"s":"[EF]"/.test(line)) return undefined
  const { msg, attr } = JSON.parse(line) as { msg: string; attr?: unknown }
  return `${msg.trim()} ${attr ? JSON.stringify(attr) : ''}`
}

const parameters = [
  'transactionLifetimeLimitSeconds=5',
  'shutdownTimeoutMillisForSignaledShutdown=100',
  'diagnosticDataCollectionEnabled=false',
]
const fixed = [
  ...['--bind_ip', loopback, '--replSet', replicaSet, '--oplogSize', '1024', '--wiredTigerCacheSizeGB', '0.5', '--quiet'],
  ...parameters.flatMap((parameter) => ['--setParameter', parameter]),
]

/** Makes the server the one member of its set, also when its port is another than last time, and waits until it takes writes. */
async function initiate(uri: string): Promise<void> {
  const { host } = new URL(uri)
  await asAdmin(`mongodb://${host}/?directConnection=true`, async (command) => {
    const hello = await command({ hello: 1 })
    if (hello['setName'] === replicaSet) return
    const set = { _id: replicaSet, members: [{ _id: 0, host }] }
    await command({ replSetInitiate: set }).catch((error: { code?: number }) => {
      if (error.code !== alreadyInitiated) throw error
      return moveTo(host, set, command)
    })
  })
  await asAdmin(uri, (command) => command({ ping: 1 }))
}

async function moveTo(host: string, set: Record<string, unknown>, command: Command): Promise<void> {
  const { config } = (await command({ replSetGetConfig: 1 })) as { config: { version: number; members: { host: string }[] } }
  if (config.members[0]?.host === host) return
  await command({ replSetReconfig: { ...set, version: config.version + 1 }, force: true })
}

/** Whether MongoDB of a version that will do answers there and takes writes. */
export async function requireMongo(uri: string): Promise<void> {
  const { version = '0' } = (await asAdmin(uri, (command) => command({ buildInfo: 1 }))) as { version?: string }
  if (Number.parseInt(version, 10) < 6) {
    throw new Problem(`MongoDB 版本 ${version} 过旧，需要 6 以上。`, `MongoDB ${version} is too old: 6 or newer is needed.`)
  }
}

type Command = (command: Record<string, unknown>) => Promise<Record<string, unknown>>

function asAdmin<T>(uri: string, work: (command: Command) => Promise<T>): Promise<T> {
  return connected(uri, (connection) => work((command) => adminOf(connection).command(command)))
}

const adminOf = (connection: Connection) => connection.getClient().db('admin').admin()

/** Drops the databases whose names begin so. */
export async function dropDatabases(uri: string, prefix: string): Promise<void> {
  await connected(uri, async (connection) => {
    const names = await databaseNames(connection)
    for (const name of names.filter((database) => database.startsWith(prefix))) await connection.useDb(name).dropDatabase()
  })
}

/** Whether any of these databases is there. */
export function hasData(uri: string, databases: string[]): Promise<boolean> {
  return connected(uri, async (connection) => (await databaseNames(connection)).some((name) => databases.includes(name)))
}

async function databaseNames(connection: Connection): Promise<string[]> {
  const { databases } = await adminOf(connection).listDatabases({ nameOnly: true })
  return databases.map(({ name }) => name)
}

/** Mongoose is loaded when it is first needed: it takes a third of a second, in which an engine can start. */
async function connected<T>(uri: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const { default: mongoose } = await import('mongoose')
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 20_000 }).asPromise()
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}
