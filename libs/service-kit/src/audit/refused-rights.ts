import type { FastifyRequest } from 'fastify'
import type { Caller } from '../caller/caller'
import type { Callers } from '../caller/callers'
import { refusalCatalogue } from '../refusals'
import { Rejected } from '../rules'
import type { Audit } from './audit'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The refusal of a right that an error stands for; undefined: it was refused for another reason, or is a fault. */
function refusedRight(error: unknown): string | undefined {
  if (!(error instanceof Rejected)) return undefined
  if (error.hides) return error.hides
  return refusalCatalogue[error.code].family === 'FORBIDDEN' ? error.code : undefined
}

/**
 * Writes down that a right was refused: for each command, and for each question that names a record.
 * @param args what the field was asked with; nothing of it is kept but the id of the record
 */
export async function auditRefusal(
  audit: Pick<Audit, 'append'>,
  caller: Caller,
  { root, field, args, error }: { root: string; field: string; args: Record<string, unknown>; error: unknown },
): Promise<void> {
  const refusal = refusedRight(error)
  if (!refusal) return
  const record = recordIn(args)
  if (root === 'Mutation' || record) await audit.append(caller, { action: field, record, refusal })
}

/** Writes down that a plain route was refused for want of a right. */
export async function auditRefusedRoute(
  audit: Pick<Audit, 'append'>,
  callers: Pick<Callers, 'of'>,
  request: FastifyRequest,
  error: Rejected,
): Promise<void> {
  const refusal = refusedRight(error)
  if (refusal) await audit.append(await callers.of(request), { action: `${request.method} ${request.routeOptions.url}`, refusal })
}

/** The id of the record that arguments name first: `id`, or a field such as `unitId`. Only what has the form of an id is one. */
function recordIn(args: Record<string, unknown>): string | null {
  const named = { ...args, ...(typeof args['input'] === 'object' ? args['input'] : {}) }
  for (const [name, value] of Object.entries(named))
    if ((name === 'id' || name.endsWith('Id')) && name !== 'commandId' && typeof value === 'string' && UUID.test(value)) return value
  return null
}
