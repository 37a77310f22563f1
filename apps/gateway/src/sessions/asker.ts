import { randomUUID } from 'node:crypto'
import { languageOf, type Language } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'

/** Who asks, as the services are told. */
export interface Asker {
  /** Caller token; absent for someone who has not signed in. */
  token?: string
  language: Language
  /** Headers that go on to the services as they came, or as the gateway made them. */
  headers: Record<string, string>
  /** Follows the request through all logs. */
  traceId: string
}

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/
const CORRELATION = /^[\w.:-]{1,100}$/
const LONGEST_AFTER = 4_096

/** What is known of a request: its headers, and the address that it came from. */
type Asking = Pick<FastifyRequest, 'headers'> & Partial<Pick<FastifyRequest, 'ip'>>

/** The trace that a request belongs to, as its headers say. */
export function traceparentIn(headers: FastifyRequest['headers']): string | undefined {
  return text(headers['traceparent'], TRACEPARENT)
}

/**
 * What a request's headers say; a trace begins here when none came along.
 * @param traced the span of the request, where traces are taken
 */
export function askerOf({ headers: given, ip }: Asking, token?: string, traced?: string): Asker {
  const language = languageOf(given['accept-language'])
  const traceparent = traced ?? traceparentIn(given) ?? newTrace()
  const traceId = traceparent.slice(3, 35)
  const after = given['sizhang-after']
  const headers: Record<string, string> = {
    'accept-language': language,
    traceparent,
    'x-correlation-id': text(given['x-correlation-id'], CORRELATION) ?? traceId,
    ...(ip && { 'sizhang-address': ip }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(typeof after === 'string' && after.length <= LONGEST_AFTER && { 'sizhang-after': after }),
  }
  return { ...(token && { token }), language, headers, traceId }
}

/** A trace and its first span, at random. UUIDs come from bytes that Node holds ready; to ask for them each time costs thrice as much. */
function newTrace(): string {
  const [trace, span] = [randomUUID(), randomUUID()].map((id) => id.replaceAll('-', ''))
  return `00-${trace}-${span?.slice(-16)}-01`
}

function text(value: string | string[] | undefined, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined
}
