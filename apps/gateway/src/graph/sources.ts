import { SpanKind } from '@opentelemetry/api'
import { beginSpan, traceparentOf } from '@sizhang/messaging'
import { Rejected } from '@sizhang/service-kit'
import { execute, GraphQLError, type GraphQLSchema } from 'graphql'
import { ServiceAway, type Services } from '../composition/services'
import type { Asker } from '../sessions/asker'
import type { Answer } from './execution/execution'
import type { Question } from './planning/plan'

/** What goes along with one request to the graph. */
export interface GraphContext {
  asker: Asker
  /** Set when a service answered that it has not yet seen the asker's own writes. */
  stale: boolean
}

/** Answers questions to one service; text where nobody has read the answer yet. Variables are JSON. */
export type Source = (question: Question, variables: string, context: GraphContext) => Promise<string | Answer>

/** Asks the service that owns a part of a request. A service that is away costs its fields: each gets the refusal UNAVAILABLE. */
export function serviceSource(services: Services, service: string): Source {
  return async ({ json }, variables, { asker: { headers } }) => {
    const span = beginSpan(`ask ${service}`, SpanKind.CLIENT, headers['traceparent'])
    const traceparent = traceparentOf(span)
    try {
      return await services.ask(service, `{"query":${json},"variables":${variables}}`, { ...headers, ...(traceparent && { traceparent }) })
    } catch (error) {
      if (!(error instanceof ServiceAway)) throw error
      return away(service)
    } finally {
      span.end()
    }
  }
}

/** Answers the gateway's own part of the graph. */
export function ownSource(schema: GraphQLSchema): Source {
  return async ({ document }, variables, contextValue) =>
    execute({ schema, document, variableValues: JSON.parse(variables) as Record<string, unknown>, contextValue })
}

interface AnswerOnTheWire {
  data?: Answer['data']
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[]
  extensions?: { stale?: boolean }
}

/** Reads an answer; what is none is as good as silence. */
export function answerIn(text: string, service: string, context: GraphContext): Answer {
  const answer = parsed(text)
  if (!answer) return away(service)
  const { data, errors, extensions } = answer
  if (extensions?.stale) context.stale = true
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map(({ message, ...rest }) => new GraphQLError(message, rest)) }),
  }
}

function parsed(text: string): AnswerOnTheWire | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)
      ? (answer as AnswerOnTheWire)
      : undefined
  } catch {
    return undefined
  }
}

function away(service: string): Answer {
  return {
    data: null,
    errors: [new GraphQLError(`service ${service} does not answer`, { originalError: new Rejected('UNAVAILABLE', { service }) })],
  }
}
