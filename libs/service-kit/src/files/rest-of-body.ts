import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/**
 * Lets what is still to come of a body pass by unread once its request is answered. Where nobody reads it, whoever sends is stuck, with what he sends
 * next on the same line. How much passes by is bounded by the time alone in which the gateway takes a request.
 */
export function letRestPass(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, _reply, done) => {
    request.raw.resume()
    done()
  })
}

/** A body as it comes. Whoever stops reading leaves it open, so that its rest can pass by: one that is closed stops up the line. */
export function chunksOf(body: Readable): AsyncIterable<Buffer> {
  return body.iterator({ destroyOnReturn: false })
}
