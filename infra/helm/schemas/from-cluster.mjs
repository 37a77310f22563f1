/**
 * Writes the schemas beside it from what a cluster says of itself, one for each kind that the chart makes. KEDA has to be known to it:
 *
 *   kubectl get --raw /openapi/v2 | node infra/helm/schemas/from-cluster.mjs
 *
 * Stricter than the API server, which drops a field that it does not know with a mere warning.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const kinds = {
  Deployment: 'apps/v1',
  Service: 'v1',
  ConfigMap: 'v1',
  PodDisruptionBudget: 'policy/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  Ingress: 'networking.k8s.io/v1',
  ScaledObject: 'keda.sh/v1alpha1',
}
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity'

const { definitions } = JSON.parse(readFileSync(0, 'utf8'))

const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]))

/** A definition as JSON Schema, without what only people and servers read. */
function schemaOf({ $ref, type, format, properties, additionalProperties, items, required, enum: values, ...rest }) {
  if ($ref) return { $ref }
  if (format === 'int-or-string' || rest['x-kubernetes-int-or-string']) return { type: ['integer', 'string'] }
  return {
    ...(type && { type }),
    ...(values && { enum: values }),
    ...(required && { required }),
    ...(items && { items: schemaOf(items) }),
    ...(properties && { properties: mapped(properties, schemaOf), additionalProperties: false }),
    ...(additionalProperties && { additionalProperties: schemaOf(additionalProperties) }),
  }
}

/** The names of the definitions that a schema leads to, and those lead to. */
function reached(schema, found = new Set()) {
  for (const [, name] of JSON.stringify(schema).matchAll(/#\/definitions\/([^"]+)/g)) {
    if (found.has(name)) continue
    found.add(name)
    reached(schemaOf(definitions[name]), found)
  }
  return found
}

for (const [kind, apiVersion] of Object.entries(kinds)) {
  const [version, group = ''] = apiVersion.split('/').reverse()
  const names = Object.keys(definitions).filter((name) =>
    definitions[name]['x-kubernetes-group-version-kind']?.some((is) => is.kind === kind && is.group === group && is.version === version),
  )
  if (names.length !== 1) throw new Error(`the cluster knows ${names.length} definitions of ${apiVersion} ${kind}`)
  const schema = schemaOf(definitions[names[0]])
  const used = [...reached(schema)].sort()
  const text = JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...schema,
    required: ['apiVersion', 'kind', 'metadata', ...(schema.properties.spec ? ['spec'] : [])],
    properties: { ...schema.properties, apiVersion: { const: apiVersion }, kind: { const: kind } },
    definitions: Object.fromEntries(
      used.map((name) => [name, name === QUANTITY ? { type: ['string', 'number'] } : schemaOf(definitions[name])]),
    ),
  })
  writeFileSync(join(import.meta.dirname, `${kind.toLowerCase()}.json`), `${text}\n`)
  console.log(`${kind}  ${used.length} definitions  ${text.length} characters`)
}
