import { until } from '@sizhang/engines'
import { engines, type Stack } from '@sizhang/testing'
import { createConnection, type Connection } from 'mongoose'

const SERVICES = ['organization', 'membership', 'activity', 'reporting']

/** Whether a service has said how far its audit goes, which it does once a minute: then no fact comes any more that nobody asked for. */
async function checkpointed(database: Connection): Promise<boolean> {
  const [last] = await database.collection<{ _id: number }>('audit').find().sort({ _id: -1 }).limit(1).toArray()
  const said = await database.collection<{ position: number }>('audit-checkpoints').findOne()
  return (last?._id ?? 0) === (said?.position ?? 0)
}

/** What the services have accepted, as their databases say: the last sequence of every aggregate that has one. */
export async function acceptedIn({ databasePrefix }: Stack): Promise<Map<string, number>> {
  const connection = await createConnection(engines().mongoUri).asPromise()
  try {
    const accepted = new Map<string, number>()
    for (const service of SERVICES) {
      const database = connection.useDb(`${databasePrefix}${service}`)
      const isSaid = await until(() => checkpointed(database), { within: 90_000 })
      if (!isSaid) throw new Error(`${service} has not said how far its audit goes`)
      for (const { name } of await database.listCollections()) {
        const aggregates = database.collection<{ _id: string; log: { seq: number } }>(name).find({ 'log.seq': { $gt: 0 } })
        for await (const { _id, log } of aggregates.project<{ _id: string; log: { seq: number } }>({ 'log.seq': 1 }))
          accepted.set(`${name}/${_id}`, log.seq)
      }
    }
    return accepted
  } finally {
    await connection.close()
  }
}
