import { z } from 'zod'

/** What an author says of an event; the rest of the product is derived from it. */
interface EventDeclaration<Data extends z.ZodObject> {
  /** `<service>.<past-tense-fact>.v<N>`, for example `membership.appointment-made.v1`. */
  type: string
  /** Kafka topic: one per aggregate. */
  topic: string
  /** The field of `data` that names the aggregate: Kafka key and CloudEvents subject. */
  key: keyof z.infer<Data> & string
  /** One sentence for analysts in both languages. */
  summary: { zh: string; en: string }
  data: Data
}

/** A fact as a domain function returns it: its type and its data, not yet placed in an aggregate's sequence. */
export interface Fact<Type extends string = string, Data = Record<string, unknown>> {
  readonly type: Type
  readonly data: Data
}

/** An event as it stands in Kafka: CloudEvents 1.0, structured mode; attributes lower case, all strings. */
export interface Envelope<Data = Record<string, unknown>> {
  specversion: '1.0'
  id: string
  type: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  /** Running number within the aggregate, gap-free from 1. */
  sequence: string
  partitionkey: string
  correlationid: string
  causationid?: string | undefined
  traceparent?: string | undefined
  /** Account that acted (opaque id). */
  actor: string
  /** Unit that the fact belongs to, where it has one. */
  unit?: string | undefined
  data: Data
}

/** A declared event: type, schema and documentation in one. */
export interface EventDefinition<Data extends z.ZodObject = z.ZodObject> extends EventDeclaration<Data> {
  readonly service: string
  /** Makes the fact, checked: throws a ZodError that names the field when the data is not as declared. */
  of(data: z.input<Data>): Fact<string, z.output<Data>>
}

/** The envelope with the data of a declared event. */
export type EventOf<Definition extends EventDefinition> = Envelope<z.output<Definition['data']>>
/** The data of a declared event. */
export type DataOf<Definition extends EventDefinition> = z.output<Definition['data']>

/** Declares an event once: from here come the type, the check on both sides, the JSON Schema, AsyncAPI and the docs. */
export function defineEvent<Data extends z.ZodObject>(declaration: EventDeclaration<Data>): EventDefinition<Data> {
  const [service = ''] = declaration.type.split('.')
  return {
    ...declaration,
    service,
    of: (data) => ({ type: declaration.type, data: declaration.data.parse(data) }),
  }
}

const attribute = z.string().min(1).max(300)

/** The envelope without its data: what every record must have before its type is looked at. A newer producer may add attributes. */
export const envelope = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  type: attribute,
  source: attribute,
  subject: attribute,
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  sequence: z.string().regex(/^[1-9]\d{0,14}$/),
  partitionkey: attribute,
  correlationid: attribute,
  causationid: attribute.optional(),
  traceparent: attribute.optional(),
  actor: attribute,
  unit: attribute.optional(),
  data: z.record(z.string(), z.unknown()),
})
