import type { JsonSchema } from './json-schema'
import type { Published } from './published'

/** A change that would break a reader of a published version. */
export interface Incompatibility {
  type: string
  /** Path of the field (`data.figures[].value`), or `topic`, `key`, `type`. */
  field: string
  reason: string
  wayOut: string
}

type Finding = [field: string, reason: string]

/** Keywords that only explain. */
const prose = new Set(['description', 'title', 'examples'])
/** Bounds from below may only sink, bounds from above may only rise. */
const lower = ['minimum', 'minLength', 'minItems', 'exclusiveMinimum']
const upper = ['maximum', 'maxLength', 'maxItems', 'exclusiveMaximum']
const structure = new Set(['properties', 'required', 'items', 'anyOf', 'enum', ...lower, ...upper])

/**
 * What readers of the published versions could no longer read, because topics keep facts for ever and readers start from zero.
 * New types, new optional fields, more enum values and wider bounds are compatible; everything else is named.
 */
export function incompatibilities(before: Published, now: Published): Incompatibility[] {
  return Object.entries(before).flatMap(([type, old]) => {
    const next = now[type]
    const findings: Finding[] = next
      ? [...moved('topic', old.topic, next.topic), ...moved('key', old.key, next.key), ...changes(old.data, next.data, 'data')]
      : [['type', 'it is no longer declared, yet every reader from zero meets it']]
    return findings.map(([field, reason]) => ({ type, field, reason, wayOut: wayOut(type, next !== undefined) }))
  })
}

function wayOut(type: string, declared: boolean): string {
  const next = type.replace(/\d+$/, (version) => String(Number(version) + 1))
  return declared
    ? `leave this version as it was and declare ${next} beside it`
    : 'declare it again; a version stays, also when nobody writes it any more'
}

function moved(what: string, before: string, now: string): Finding[] {
  return before === now ? [] : [[what, `was ${before}, is ${now}: its records would be split over two orders`]]
}

function changes(before: JsonSchema, now: JsonSchema, path: string): Finding[] {
  return [...keywords(before, now, path), ...bounds(before, now, path), ...values(before, now, path), ...parts(before, now, path)]
}

/** Type, format, pattern, constant and any other keyword must stay word for word. */
function keywords(before: JsonSchema, now: JsonSchema, path: string): Finding[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((keyword) => !prose.has(keyword) && !structure.has(keyword))
    .filter((keyword) => text(before[keyword]) !== text(now[keyword]))
    .map((keyword) => [path, `its ${keyword} was ${text(before[keyword])}, is ${text(now[keyword])}`])
}

function bounds(before: JsonSchema, now: JsonSchema, path: string): Finding[] {
  const narrower = [
    ...lower.filter((keyword) => Number(now[keyword] ?? -Infinity) > Number(before[keyword] ?? -Infinity)),
    ...upper.filter((keyword) => Number(now[keyword] ?? Infinity) < Number(before[keyword] ?? Infinity)),
  ]
  return narrower.map((keyword) => [path, `its ${keyword} was ${text(before[keyword])}, is ${text(now[keyword])}: narrower`])
}

function values(before: JsonSchema, now: JsonSchema, path: string): Finding[] {
  if (!before.enum && now.enum) return [[path, 'only listed values are allowed now']]
  if (before.enum && !now.enum) return [[path, 'any value is allowed now']]
  const gone = (before.enum ?? []).filter((value) => !now.enum?.includes(value))
  return gone.map((value) => [path, `the value ${String(value)} is gone`])
}

function parts(before: JsonSchema, now: JsonSchema, path: string): Finding[] {
  const items = before.items || now.items ? changes(before.items ?? {}, now.items ?? {}, `${path}[]`) : []
  return [...items, ...variants(before, now, path), ...fields(before, now, path)]
}

function variants(before: JsonSchema, now: JsonSchema, path: string): Finding[] {
  const [old = [], next = []] = [before.anyOf, now.anyOf]
  if (old.length !== next.length) return [[path, `it allowed ${old.length || 1} kinds of value, now ${next.length || 1}`]]
  return old.flatMap((variant, index) => changes(variant, next[index] ?? {}, path))
}

function fields(before: JsonSchema, now: JsonSchema, path: string): Finding[] {
  const known = Object.entries(before.properties ?? {}).flatMap(([name, old]): Finding[] => {
    const field = `${path}.${name}`
    const next = now.properties?.[name]
    if (!next) return [[field, 'it was removed or renamed']]
    return [...required(before, now, name, field), ...changes(old, next, field)]
  })
  const added = Object.keys(now.properties ?? {}).filter((name) => !before.properties?.[name] && now.required?.includes(name))
  return [...known, ...added.map((name): Finding => [`${path}.${name}`, 'it is new and required, but the records in the topic lack it'])]
}

function required(before: JsonSchema, now: JsonSchema, name: string, field: string): Finding[] {
  const [was, is] = [before.required?.includes(name) ?? false, now.required?.includes(name) ?? false]
  if (was === is) return []
  return [[field, is ? 'it was optional and is required now' : 'it was required and is optional now: readers rely on it']]
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? 'not there'
}
