import { Kind, type DocumentNode, type GraphQLSchema, type SelectionSetNode } from 'graphql'
import { Counter, Histogram, type Registry } from 'prom-client'

/** A request whose document was never read: it has no operation. */
const UNREAD = ['unread']
/** What operators are woken by. */
const FAILURES = ['INTERNAL', 'UNAVAILABLE']

/**
 * Measures requests by the root fields that they ask for. A document is checked against the schema before, so that there are no more names than
 * the schema has; a request that asks for two root fields counts under each.
 */
export class RequestMetrics {
  private readonly seconds: Histogram<'operation'>
  private readonly errors: Counter<'operation' | 'family'>

  constructor(registry: Registry, schema: GraphQLSchema) {
    const registers = [registry]
    this.seconds = new Histogram({
      name: 'sizhang_request_seconds',
      help: 'Time to answer a request of the graph, by root field.',
      labelNames: ['operation'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    })
    this.errors = new Counter({
      name: 'sizhang_request_errors_total',
      help: 'Requests of the graph that were refused or failed, by root field and family of the error.',
      labelNames: ['operation', 'family'],
      registers,
    })
    // They begin at nought: to Prometheus a counter that comes into being at one has not risen.
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((root) => Object.keys(root?.getFields() ?? {}))
    for (const operation of [...UNREAD, ...roots]) for (const family of FAILURES) this.errors.inc({ operation, family }, 0)
  }

  /**
   * @param families the families of the errors in the answer: of the catalogue, or INTERNAL
   */
  answered(operations: readonly string[] = UNREAD, seconds: number, families: ReadonlySet<string>): void {
    for (const operation of operations) {
      this.seconds.observe({ operation }, seconds)
      for (const family of families) this.errors.inc({ operation, family })
    }
  }
}

/** The root fields that a document asks for, each once, by their names in the schema. */
export function rootFields({ definitions }: DocumentNode): string[] {
  const fragments = new Map(definitions.flatMap((it) => (it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it.selectionSet]] : [])))
  const fieldsOf = (set: SelectionSetNode | undefined): string[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value]
      return fieldsOf(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value))
    })
  return [...new Set(definitions.flatMap((it) => (it.kind === Kind.OPERATION_DEFINITION ? fieldsOf(it.selectionSet) : [])))]
}
