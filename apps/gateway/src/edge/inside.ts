import type { FastifyInstance } from 'fastify'

/** Routes, not addresses: one address has many spellings. */
const INSIDE = /^\/(metrics$|health\/)/
/** What proxies add to a request that they pass on, and whoever sends it cannot take away. */
const PASSED_ON = ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via']

/**
 * Keeps `/metrics` and `/health` for who runs the installation and comes to the gateway straight: what a proxy passes on comes from outside, and
 * finds nothing there.
 */
export function keepInside(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ routeOptions, headers }, reply) => {
    if (INSIDE.test(routeOptions.url ?? '') && PASSED_ON.some((header) => headers[header] !== undefined)) reply.callNotFound()
  })
}
