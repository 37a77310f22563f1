import { engines, type Stack } from '@sizhang/testing'
import { createConnection } from 'mongoose'

const SERVICES = ['organization', 'membership', 'activity', 'reporting']

/** What the services have accepted, as their databases say: the last sequence of every aggregate that has one. */
export async function acceptedIn({ databasePrefix }: Stack): Promise<Map<string, number>> {
  const connection = await createConnection(engines().mongoUri).asPromise()
  try {
    const accepted = new Map<string, number>()
    for (const service of SERVICES) {
      const database = connection.useDb(`${databasePrefix}${service}`)
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
