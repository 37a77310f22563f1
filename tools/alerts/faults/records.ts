import { randomUUID } from 'node:crypto'
import { Parked } from '@sizhang/messaging'
import mongoose, { type mongo } from 'mongoose'
import type { Rig } from '../../trials/rig/rig'
import { put, strangerTo, STRANGERS_TOPIC } from '../../trials/rig/strangers'
import type { Fault } from './fault'

const JOINS = 14
/** More than any run of the faults records. */
const LOST = 1_000_000

/** What stands in Kafka and in a database that should not be there, and a member that finds no rest. */
export const recordsFaults: Fault[] = [
  {
    what: '一条不是 JSON 的记录 · a record that is no JSON',
    alerts: ['AggregatesParked'],
    make: async (rig) => {
      await put(rig, [{ key: randomUUID(), value: Buffer.from([0x7b, 0x22, 0xff, 0xfe]) }])
      return () =>
        inDatabases(rig, async (database) => {
          for (const service of ['membership', 'activity', 'reporting', 'organization']) {
            const parked = new Parked(() => database(service))
            for (const each of await parked.list()) await parked.discard(each, 'made for the alert')
          }
        })
    },
  },
  {
    what: '一个成员一再加入、离开统计服务的消费组 · a member joins and leaves the group of reporting again and again',
    alerts: ['GroupRestless'],
    make: async (rig) => {
      const prefix = rig.settings.topicPrefix ?? ''
      for (let joined = 0; joined < JOINS; joined++) {
        const member = strangerTo(rig).consumer({ groupId: `${prefix}reporting` })
        await member.subscribe({ topics: [prefix + STRANGERS_TOPIC] })
        const there = new Promise((resolve) => member.on(member.events.GROUP_JOIN, resolve))
        await member.run({ autoCommit: false, eachBatch: async () => undefined })
        await there
        await member.disconnect()
      }
      return () => Promise.resolve()
    },
  },
  {
    what: '一个机构的文档损坏，对它的命令出错 · the document of a body is damaged, commands on it fail',
    alerts: ['RequestFaults'],
    make: (rig) =>
      inDatabases(rig, async (database) => {
        const bodies = database('organization').collection<{ _id: string }>('bodies')
        const body = await bodies.findOne({ _id: rig.body })
        if (!body) throw new Error(`no body ${rig.body}`)
        await bodies.updateOne({ _id: rig.body }, { $set: { log: null } })
        return () =>
          inDatabases(
            rig,
            async (again) => void (await again('organization').collection<{ _id: string }>('bodies').replaceOne({ _id: rig.body }, body)),
          )
      }),
  },
  {
    what: '组织服务的数据库少了已发布的机构 · the database of organization lacks bodies that it has published',
    alerts: ['DatabaseOutdated'],
    make: async (rig) => {
      const { organization } = rig.processes
      await organization.stop()
      const lost = await inDatabases(rig, async (database) => {
        const bodies = database('organization').collection('bodies')
        const all = await bodies.find().toArray()
        await bodies.deleteMany({})
        return all
      })
      organization.start()
      return async () => {
        await inDatabases(rig, (database) => database('organization').collection('bodies').insertMany(lost))
        await organization.whenReady()
      }
    },
  },
  {
    what: '统计服务存下的位置被改到日志末尾之后，如同 Kafka 少了它读过的事实 · reporting’s stored position is moved beyond the end of the log, as if Kafka had lost what it applied',
    alerts: ['OtherLog'],
    make: async (rig) => {
      const { reporting } = rig.processes
      const move = (by: number) =>
        inDatabases(rig, async (database) => {
          const positions = database('reporting').collection<{ _id: string; next?: number }>('positions')
          await positions.updateOne({ _id: `${STRANGERS_TOPIC}@0` }, { $inc: { next: by } }, { upsert: true })
        })
      await reporting.stop()
      await move(LOST)
      reporting.start()
      return async () => {
        await move(-LOST)
        await reporting.whenReady()
      }
    },
  },
]

async function inDatabases<Result>(rig: Rig, work: (database: (service: string) => mongo.Db) => Promise<Result>): Promise<Result> {
  const connection = await mongoose.createConnection(rig.settings.mongoUri).asPromise()
  try {
    return await work((service) => connection.getClient().db(`${rig.settings.databasePrefix}${service}`))
  } finally {
    await connection.close()
  }
}
