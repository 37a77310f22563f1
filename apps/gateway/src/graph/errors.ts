import { refusalExtensions, refusalOf, Rejected, type Logger } from '@sizhang/service-kit'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Asker } from '../sessions/asker'

/** What Apollo Server says of a document that is not as the graph says. */
const MALFORMED = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE']
/** What a client that sends hashes must be told in these very words. */
const PERSISTED = ['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']

/** An error as the asker reads it: a refusal in his language, a service's own as it came, anything else as a fault with its trace id and nothing more. */
export function errorFor({ language, traceId }: Asker, error: GraphQLError, logger: Logger): GraphQLFormattedError {
  const place = error.path ? { path: error.path } : {}
  const refusal = refusalBehind(error)
  if (refusal) return { ...refusalExtensions(refusal, language), ...place }
  const { code, family } = error.extensions
  if (typeof code === 'string' && PERSISTED.includes(code)) return { message: error.message, extensions: { code } }
  if (typeof family === 'string') return { message: error.message, extensions: error.extensions, ...place }
  logger.error({ err: error.originalError ?? error, traceId, path: error.path?.join('.') }, 'fault in the graph')
  const message = language === 'zh' ? '系统内部错误,已记录' : 'Internal fault; it was logged'
  return { message, extensions: { code: 'INTERNAL', family: 'INTERNAL', traceId }, ...place }
}

function refusalBehind(error: GraphQLError): Rejected | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = 'originalError' in cause ? cause.originalError : undefined) {
    const refusal = refusalOf(cause)
    if (refusal) return refusal
  }
  const { code } = error.extensions
  return typeof code === 'string' && MALFORMED.includes(code)
    ? new Rejected('GRAPH_REQUEST_INVALID', { problem: error.message })
    : undefined
}
