import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { CHART, chartFile, SIZES } from './chart-files'

interface Tree {
  [key: string]: unknown
}

/** What `values.schema.json` refuses: each values file over `values.yaml`, with the brokers that every installation has to name. */
export function valuesFaults(): string[] {
  return SIZES.flatMap((size) => refusals({ kafka: { brokers: ['kafka:9092'] } }, chartFile(`values-${size}.yaml`) as Tree).map(at(size)))
}

/** What the schema says of `values.yaml` with these values over it, each place by its path. */
export function refusals(...over: Tree[]): string[] {
  const schema = JSON.parse(readFileSync(`${CHART}/values.schema.json`, 'utf8')) as object
  const validate = new Ajv({ allErrors: true }).compile(schema)
  const values = over.reduce(merged, chartFile('values.yaml') as Tree)
  return validate(values) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
}

/** As Helm lays values over one another: objects are merged, all else is replaced. */
function merged(below: Tree, above: Tree): Tree {
  const entries = Object.entries(above).map(([key, value]) => [
    key,
    isTree(value) && isTree(below[key]) ? merged(below[key], value) : value,
  ])
  return { ...below, ...(Object.fromEntries(entries) as Tree) }
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (size: string) => (fault: string) => `values-${size}.yaml: ${fault}`
