/**
 * Mercurius gateway with JIT over parts of Federation 1: `node mercurius.mjs <file> <port>`; the file holds `[{ name, url, schema }]`. With a
 * graphql later than 16.11 it gives no entities.
 */
import { readFileSync } from 'node:fs'
import mercuriusGateway from '@mercuriusjs/gateway'
import Fastify from 'fastify'
import { cpuSeconds } from './cpu-seconds.mjs'

const [, , file, port] = process.argv
const rewriteHeaders = ({ authorization } = {}) => (authorization ? { authorization } : {})
const services = JSON.parse(readFileSync(file, 'utf8')).map((service) => ({ ...service, rewriteHeaders, connections: 128 }))
const fastify = Fastify()
await fastify.register(mercuriusGateway, { gateway: { services }, jit: 1 })
fastify.get('/metrics', cpuSeconds)
await fastify.listen({ host: '127.0.0.1', port: Number(port) })
