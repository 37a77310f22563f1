import type { FastifyRequest } from 'fastify'
import { askerOf } from '../sessions/asker'
import type { Whence } from '../sessions/membership-client'
import { browserName } from './browser-name'

/** Whence a request comes, for the audit and for the list of its account's sessions. */
export function whence(request: FastifyRequest): Whence {
  const { headers } = askerOf(request)
  return { address: request.ip, browser: browserName(request.headers['user-agent']), trace: headers['x-correlation-id'] ?? '' }
}
