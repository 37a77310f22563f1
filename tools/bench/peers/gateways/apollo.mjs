/** Apollo Gateway over a supergraph: `node apollo.mjs <file> <port>`. It does nothing but pass the caller's token on. */
import { readFileSync } from 'node:fs'
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import Fastify from 'fastify'
import { cpuSeconds } from './cpu-seconds.mjs'

const [, , file, port] = process.argv

class Service extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    if (context.authorization) request.http.headers.set('authorization', context.authorization)
  }
}

const gateway = new ApolloGateway({ supergraphSdl: readFileSync(file, 'utf8'), buildService: ({ url }) => new Service({ url }) })
const plugins = [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()]
const apollo = new ApolloServer({ gateway, plugins })
await apollo.start()
const fastify = Fastify()
const context = async ({ headers }) => ({ authorization: headers.authorization })
fastify.post('/graphql', fastifyApolloHandler(apollo, { context }))
fastify.get('/metrics', cpuSeconds)
await fastify.listen({ host: '127.0.0.1', port: Number(port) })
