import type { JsonSchema } from './json-schema'

/** What must never reach Kafka: a pattern that lets one of these through is as good as none. */
const probes = ['张三', 'Zhang San', '无锡市滨湖区', '110101199003070000', 'see the note of 3 May']

/** The fields of a schema through which free text or a name could pass, as paths (`figures[].note`); none in a good contract. */
export function freeStrings(schema: JsonSchema, path = 'data'): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap((variant) => freeStrings(variant, path))
  if (schema.type === 'object') return [...openEnds(schema, path), ...ofProperties(schema, path)]
  if (schema.type === 'array') return freeStrings(schema.items ?? {}, `${path}[]`)
  if (schema.type === 'string') return isBound(schema) ? [] : [path]
  return schema.type === undefined && schema.const === undefined && !schema.enum ? [path] : []
}

function ofProperties(schema: JsonSchema, path: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => freeStrings(field, `${path}.${name}`))
}

/** A record with keys of any name carries text in its keys; one with values of any kind, in its values. */
function openEnds(schema: JsonSchema, path: string): string[] {
  return schema.additionalProperties || (schema.patternProperties ?? schema.propertyNames) !== undefined ? [`${path}.*`] : []
}

function isBound(schema: JsonSchema): boolean {
  if (schema.enum || schema.const !== undefined || schema.format) return true
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u')
  return pattern !== undefined && !probes.some((probe) => pattern.test(probe))
}
