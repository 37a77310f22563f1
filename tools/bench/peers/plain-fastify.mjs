/**
 * The least that could answer a list: `node plain-fastify.mjs <MongoDB> <database> <port> [questions]`. One find, as JSON, whatever the question;
 * no graph, no rights. With `questions`: those that are kept there, one after the other, and then the kept answer.
 */
import Fastify from 'fastify'
import mongoose from 'mongoose'

const [, , uri, database, port, mode] = process.argv
const connection = await mongoose.createConnection(uri, { maxPoolSize: 16 }).asPromise()
const client = connection.getClient()
const rows = client.db(database).collection('rows')
const found = async () => ({ data: { units: { nodes: await rows.find({}, { projection: { _id: 0 }, limit: 50 }).toArray() } } })

async function asking() {
  const { questions, answer } = await rows.findOne()
  const reads = mongoose.mongo.BSON.EJSON.parse(questions)
  return async (_, reply) => {
    for (const { database: name, collection, filter, projection, sort, limit } of reads)
      await client.db(name).collection(collection).find(filter, { projection, sort, limit, batchSize: 2_000 }).toArray()
    return reply.type('application/json').send(answer)
  }
}

const fastify = Fastify()
fastify.post('/graphql', mode === 'questions' ? await asking() : found)
await fastify.listen({ host: '127.0.0.1', port: Number(port) })
