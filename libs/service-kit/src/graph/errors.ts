import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import mongoose from 'mongoose'
import { refusalText, type Language, type RefusalCode } from '../refusals'
import { Rejected } from '../rules'
import type { Logger } from '../operation/logger'

const {
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoServerSelectionError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
} = mongoose.mongo
const AWAY = [
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoServerSelectionError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
]

/** What a line says that ended; the driver passes these on as they are when it writes to a socket that was just closed. */
const CUT = ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT']

/** What Mongoose says of an operation that waited for a database that was not opened yet. */
const NEVER_SENT = 'buffering timed out'

/** The refusal behind an error; undefined for a fault. A database that does not answer is a refusal: nothing was saved that was not said. */
export function refusalOf(error: unknown): Rejected | undefined {
  if (error instanceof Rejected) return error
  if (AWAY.some((kind) => error instanceof kind)) return new Rejected('UNAVAILABLE')
  if (error instanceof Error && error.name === 'MongooseServerSelectionError') return new Rejected('UNAVAILABLE')
  if (error instanceof mongoose.MongooseError && error.message.includes(NEVER_SENT)) return new Rejected('UNAVAILABLE')
  if (error instanceof Error && 'code' in error && CUT.includes(String(error.code))) return new Rejected('UNAVAILABLE')
  return undefined
}

/** The refusal as a GraphQL error's extensions, in the reader's language. */
export function refusalExtensions(refusal: Rejected, language: Language): { message: string; extensions: Record<string, unknown> } {
  const { message, ...text } = refusalText(refusal.code, refusal.details, language)
  const { field = null, value = null, ...details } = refusal.details
  return { message, extensions: { ...text, field, value, details } }
}

/** Says an error to the reader: a refusal with its texts; a malformed request by name; anything else as a fault with the trace id and nothing more. */
export function formatError(error: GraphQLError, language: Language, traceId: string, logger: Logger): GraphQLFormattedError {
  const place = { ...(error.path ? { path: error.path } : {}), ...(error.locations ? { locations: error.locations } : {}) }
  const cause = causeOf(error)
  const refusal = refusalOf(cause) ?? (cause instanceof GraphQLError ? invalidRequest(error) : undefined)
  if (refusal) return { ...refusalExtensions(refusal, language), ...place }
  logger.error({ err: cause, traceId, path: error.path?.join('.') }, 'fault in a resolver')
  const message = language === 'zh' ? '系统内部错误，已记录' : 'Internal fault; it was logged'
  return { message, extensions: { code: 'INTERNAL', family: 'INTERNAL', traceId }, ...place }
}

/** What was thrown at first: graphql-js wraps what a scalar throws, once for the value and once for its variable. */
function causeOf(error: GraphQLError): Error {
  const { originalError } = error
  if (!originalError) return error
  return originalError instanceof GraphQLError ? causeOf(originalError) : originalError
}

function invalidRequest(error: GraphQLError): Rejected {
  const code: RefusalCode = 'GRAPH_REQUEST_INVALID'
  return new Rejected(code, { problem: error.message })
}

/** What a call is refused with, for a preview of it; undefined: nothing stands in its way. A fault is thrown on. */
export function refusalIn(call: () => void): Rejected | undefined {
  try {
    call()
    return undefined
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal
  }
}
