import { Rejected } from '@sizhang/service-kit'
import { z } from 'zod'

/** A secret that somebody shows: a password, a code, the key of an invitation. */
export const secret = z.string().min(1).max(1_000)

/** The body of a request. Refused where it is not as it should be, with the first field that is wrong. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new Rejected('REQUEST_INVALID', { field, problem: `${field}: ${issue?.message ?? ''}` })
}
