import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, ensureTopics } from '@sizhang/messaging'
import mongoose, { type mongo } from 'mongoose'
import { quiet, UNITS } from '../data/facts'
import type { Site } from '../site'

interface Kept {
  _id: string
}

type Producer = ReturnType<ReturnType<typeof connect>['producer']>

/** What follows organization's facts. */
const FOLLOWERS = ['membership', 'activity', 'reporting']
/** For so long what is to be written gathers: far longer than a service lets a fact wait. */
const TOGETHER_MS = 20
const A_HEAP = 500
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const

/**
 * The writes that documents of one collection cost at least, with raw drivers: each with the indexes of the collection that it is modelled on, its
 * event, the clearing of its outbox, and in three read models its document and how far they are. Nothing is read, decided, checked or audited.
 */
export class AllWrites {
  private written: string[] = []

  private constructor(
    private readonly into: mongo.Collection<Kept>,
    private readonly model: object,
    private readonly readModels: readonly mongo.Db[],
    private readonly producer: Producer,
    private readonly topic: string,
    readonly close: () => Promise<void>,
  ) {}

  /** @param like the collection whose indexes are made, and in which the model lies */
  static async of(site: Site, like: mongo.Collection<Kept>, model: object | null): Promise<AllWrites> {
    if (!model) throw new Error(`no document of ${like.namespace} to model the writes on`)
    const into = site.database().collection<Kept>(like.collectionName)
    for (const { key, v: _, ...options } of await like.indexes())
      if (!('_id' in key && Object.keys(key).length === 1)) await into.createIndex(key, options)
    const kafka = site.kafka()
    await ensureTopics({ kafka, logger: quiet, topics: [UNITS] })
    const producer = connect(kafka, quiet).producer({ idempotent: false, allowAutoTopicCreation: false })
    await producer.connect()
    // As services have: connections of their own, so that what follows does not wait for those who write.
    const apart = await mongoose.createConnection(site.bench.mongoUri, { maxPoolSize: 16 }).asPromise()
    const readModels = FOLLOWERS.map(() => apart.getClient().db(site.database().databaseName))
    const end = async () => void (await Promise.all([producer.disconnect(), apart.close()]))
    return new AllWrites(into, model, readModels, producer, kafka.topicPrefix + UNITS, end)
  }

  /** Inserts one more such document, under a new id. */
  async insert(): Promise<void> {
    const id = randomUUID()
    await this.into.insertOne({ ...this.model, _id: id })
    this.written.push(id)
  }

  /** Takes out all that was inserted, and what followed from it. */
  async empty(): Promise<void> {
    const followed = this.readModels.flatMap((database) => [database.collection('shown'), database.collection('positions')])
    await Promise.all([this.into.deleteMany({}), ...followed.map((collection) => collection.deleteMany({}))])
  }

  /** Inserts documents as they are, in one write. */
  async insertAll(documents: readonly Kept[]): Promise<void> {
    await this.into.insertMany([...documents], { ordered: false })
    this.written.push(...documents.map(({ _id }) => _id))
  }

  /** Does a work, and writes meanwhile what follows from it; answers when the work is done. */
  async followed(work: () => Promise<number>): Promise<number> {
    this.written = []
    let isDone = false
    const following = async () => {
      while (!isDone || this.written.length > 0) {
        await pause(TOGETHER_MS)
        await this.follow(this.written.splice(0, A_HEAP))
      }
    }
    const [figure] = await Promise.all([work().finally(() => (isDone = true)), following()])
    return figure
  }

  private async follow(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const value = JSON.stringify(this.model)
    await this.producer.sendBatch({ topicMessages: [{ topic: this.topic, messages: ids.map((key) => ({ key, value })) }], acks: -1 })
    const filter = { _id: { $in: [...ids] } }
    await Promise.all([
      this.into.updateMany(filter, { $set: { 'log.outbox': [] }, $unset: { 'log.pendingAt': '' } }, { writeConcern: { w: 1 } }),
      ...this.readModels.map((database) => this.show(database, ids)),
    ])
  }

  private async show(database: mongo.Db, ids: readonly string[]): Promise<void> {
    const documents = ids.map((_id) => ({ _id, unitType: 'TOWN', area: null, path: [], from: '2020-01-01', seq: 1 }))
    await database.collection<Kept>('shown').insertMany(documents, { ordered: false, ...DURABLE })
    const positions = ids.map((id) => ({ _id: `${UNITS}/${id}`, seq: 1 }))
    await database.collection<Kept>('positions').insertMany(positions, { ordered: false, ...DURABLE })
  }
}
