/**
 * The least that could answer a list: `node plain-fastify.mjs <MongoDB> <database> <port>`. One find, as JSON, whatever the question;
 * no graph, no rights.
 */
import Fastify from 'fastify'
import mongoose from 'mongoose'

const [, , uri, database, port] = process.argv
const connection = await mongoose.createConnection(uri, { maxPoolSize: 16 }).asPromise()
const rows = connection.getClient().db(database).collection('rows')
const fastify = Fastify()
fastify.post('/graphql', async () => ({ data: { units: { nodes: await rows.find({}, { projection: { _id: 0 }, limit: 50 }).toArray() } } }))
await fastify.listen({ host: '127.0.0.1', port: Number(port) })
