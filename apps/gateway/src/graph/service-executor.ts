import type { FederationSubschemaConfig } from '@graphql-tools/federation'
import { SpanKind } from '@opentelemetry/api'
import { beginSpan, traceparentOf } from '@sizhang/messaging'
import { Rejected } from '@sizhang/service-kit'
import { GraphQLError, print, type DocumentNode } from 'graphql'
import { ServiceAway, type Services } from '../composition/services'
import type { Asker } from '../sessions/asker'

/** What goes along with one request to the graph. */
export interface GraphContext {
  asker: Asker
  /** Set when a service answered that it has not yet seen the asker's own writes. */
  stale: boolean
}

/** Executes the parts of requests that belong to one service. */
export type Executor = FederationSubschemaConfig['executor']

/** The part of a request that one service answers. */
export interface Part {
  document: DocumentNode
  variables?: Record<string, unknown>
  operationName?: string
  context: GraphContext
}

/** Executes a part of a request at the service that owns it. A service that is away costs its fields: each gets the refusal UNAVAILABLE. */
export function serviceExecutor(services: Services, service: string): Executor {
  const execute = async ({ document, variables, operationName, context }: Part) => {
    const { headers } = context.asker
    const span = beginSpan(`ask ${service}`, SpanKind.CLIENT, headers['traceparent'])
    const traceparent = traceparentOf(span)
    try {
      const { body } = await services.exchange(service, 'POST', '/graphql', {
        body: { query: print(document), variables, operationName },
        headers: { ...headers, ...(traceparent && { traceparent }) },
      })
      const { data, errors, extensions } = readAnswer(service, body)
      if (extensions?.stale) context.stale = true
      return { data, ...(errors && { errors: errors.map(({ message, ...rest }) => new GraphQLError(message, rest)) }) }
    } catch (error) {
      if (!(error instanceof ServiceAway)) throw error
      const originalError = new Rejected('UNAVAILABLE', { service })
      return { data: null, errors: [new GraphQLError(error.message, { originalError })] }
    } finally {
      span.end()
    }
  }
  return execute as Executor
}

interface Answer {
  data?: unknown
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[]
  extensions?: { stale?: boolean }
}

function readAnswer(service: string, body: unknown): Answer {
  if (typeof body !== 'object' || body === null || !('data' in body || 'errors' in body)) throw new ServiceAway(service)
  return body as Answer
}
