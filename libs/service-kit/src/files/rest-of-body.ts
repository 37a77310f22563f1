import type { FastifyInstance } from 'fastify'

/**
 * Lets what is still to come of a body pass by unread once its request is answered. Where nobody reads it, whoever sends is stuck, with what he sends
 * next on the same line. A route that reads a body itself must leave it open (`destroyOnReturn: false`) for that.
 */
export function letRestPass(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, _reply, done) => {
    request.raw.resume()
    done()
  })
}
