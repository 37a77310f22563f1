import type { FastifyInstance } from 'fastify'
import { refuseForeignOrigin } from '../sessions/request-session'

/** No page but the portal's own does anything, and no answer is taken for a page. */
const STRICTEST = "default-src 'none'; frame-ancestors 'none'"

/** What the portal's pages may do: load from here, and style what carries this page's nonce. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

const READING = ['GET', 'HEAD']

/** Gives every answer the headers that keep a browser from guessing and telling, and takes no change from the page of another site. */
export function guardBrowsers(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': STRICTEST,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    if (!READING.includes(request.method)) refuseForeignOrigin(request.headers)
  })
}
