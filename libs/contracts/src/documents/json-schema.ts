import { z } from 'zod'
import type { EventDefinition } from '../define-event'
import { envelope } from '../define-event'

/** A JSON Schema of draft 7, as far as our contracts use it. */
export interface JsonSchema {
  type?: string
  description?: string
  format?: string
  pattern?: string
  enum?: readonly unknown[]
  const?: unknown
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  [keyword: string]: unknown
}

/** Formats that say all that zod's regular expression for them says. */
const selfExplaining = new Set(['uuid', 'date', 'date-time'])

/** The schema of an event's data, in its input form: a reader must accept fields that he does not know. */
export function dataSchema(event: EventDefinition): JsonSchema {
  return toJsonSchema(event.data)
}

/** The schema of the whole record in Kafka: the CloudEvents envelope around the data. */
export function recordSchema(event: EventDefinition): JsonSchema {
  const { properties, required, ...rest } = toJsonSchema(envelope)
  return {
    ...rest,
    properties: { ...properties, type: { type: 'string', const: event.type }, data: dataSchema(event) },
    required: required ?? [],
  }
}

function toJsonSchema(schema: z.ZodObject): JsonSchema {
  const { $schema: _draft, additionalProperties: _open, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
  return legible(rest as JsonSchema)
}

/** The same schema without the long patterns that only repeat a format, and with one way to say "or null". */
function legible(schema: JsonSchema): JsonSchema {
  const { pattern, ...plain } = schema
  const kept = pattern === undefined || selfExplaining.has(schema.format ?? '') ? plain : schema
  const { type, ...untyped } = kept
  if (Array.isArray(type)) return { ...untyped, anyOf: type.map((each) => ({ type: String(each) })) }
  return {
    ...kept,
    ...(schema.properties && { properties: mapped(schema.properties, legible) }),
    ...(schema.items && { items: legible(schema.items) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(legible) }),
  }
}

function mapped<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}
