import type { FastifyInstance } from 'fastify'

/** A page to try the graph on, at `GET /graphql`: in development alone, where its scripts may stand in the page. */
export function graphiql(fastify: FastifyInstance): void {
  fastify.get('/graphql', async (_request, reply) => {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
    const page = renderGraphiQL({ endpoint: '/graphql', title: '四长 GraphiQL', subscriptionsProtocol: 'WS' })
    return reply
      .header('content-security-policy', "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:")
      .type('text/html')
      .send(page)
  })
}
