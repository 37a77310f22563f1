import type { Envelope, EventDefinition } from '../define-event'
import { events } from '../events'
import type { JsonSchema } from './json-schema'
import { dataSchema } from './json-schema'

/** A value for each pattern that fields.ts knows; area 99 does not exist. */
const examples = ['free-clinic', 'TOWN_ASSOCIATION', '2026.1', '990213001', '0'.repeat(43)]

/** The file of an event version's sample: `appointment-made.v1.json`; with its service's name where several services tell a fact of that name. */
export function sampleFile(type: string): string {
  const nameOf = (whole: string) => whole.slice(whole.indexOf('.') + 1)
  const isShared = events.filter((event) => nameOf(event.type) === nameOf(type)).length > 1
  return `${isShared ? type : nameOf(type)}.json`
}

/**
 * A first sample of an event version, with ids that no system hands out. It is kept for ever once written,
 * so better values by its author's hand are welcome before the commit.
 * Throws when a field has a pattern without an example: then the sample is written by hand.
 */
export function draftSample(event: EventDefinition): Envelope {
  const ids = new Map<string, string>()
  const data = valueOf(dataSchema(event), event.key, ids) as Record<string, unknown>
  const aggregate = String(data[event.key])
  return {
    specversion: '1.0',
    id: impossibleId(9001),
    type: event.type,
    source: `/sizhang/${event.service}`,
    subject: aggregate,
    time: '2026-01-15T02:30:00.000Z',
    datacontenttype: 'application/json',
    sequence: '1',
    partitionkey: aggregate,
    correlationid: impossibleId(9002),
    actor: impossibleId(9003),
    data,
  }
}

/** Version 7 with the time 0: no generator makes it. */
function impossibleId(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

function valueOf(schema: JsonSchema, name: string, ids: Map<string, string>): unknown {
  if (schema.anyOf) return valueOf(schema.anyOf[0] ?? {}, name, ids)
  if (schema.enum) return schema.enum[0]
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, inner]): [string, unknown] => [field, valueOf(inner, field, ids)]),
      )
    case 'array':
      return name === 'path' ? ['9902', '990213', '990213001'] : [valueOf(schema.items ?? {}, name, ids)]
    case 'string':
      return textFor(schema, name, ids)
    case 'boolean':
      return false
    default:
      return Math.max(1, Number(schema.minimum ?? 0))
  }
}

function textFor(schema: JsonSchema, name: string, ids: Map<string, string>): string {
  const last = /until|ends/i.test(name)
  if (schema.format === 'uuid') return idFor(name, ids)
  if (schema.format === 'date') return last ? '2031-01-01' : '2026-01-01'
  if (schema.format === 'date-time') return last ? '2026-01-01T11:30:00+08:00' : '2026-01-01T09:00:00+08:00'
  const example = examples.find((text) => new RegExp(schema.pattern ?? '$^', 'u').test(text))
  if (!example)
    throw new Error(`No example for the field ${name} with the pattern ${schema.pattern ?? '(none)'}: write this sample by hand.`)
  return example
}

/** The same name, the same id: a reader of the sample sees what belongs together. */
function idFor(name: string, ids: Map<string, string>): string {
  const known = ids.get(name) ?? impossibleId(ids.size + 1)
  ids.set(name, known)
  return known
}
