import type { GraphQLFormattedError } from 'graphql'
import { Counter, Histogram, type Registry } from 'prom-client'

/** Measures the portal's operations by their names, and all others together. */
export class OperationMetrics {
  private readonly seconds: Histogram<'operation'>
  private readonly errors: Counter<'operation' | 'family'>

  constructor(registry: Registry) {
    const registers = [registry]
    this.seconds = new Histogram({
      name: 'gateway_operation_seconds',
      help: 'Time to execute an operation of the graph; those that are not the portal’s are `other`.',
      labelNames: ['operation'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    })
    this.errors = new Counter({
      name: 'gateway_operation_errors_total',
      help: 'Operations that were refused or failed, wholly or in part, by family of the error.',
      labelNames: ['operation', 'family'],
      registers,
    })
  }

  answered(operation: string, seconds: number, errors: readonly GraphQLFormattedError[] = []): void {
    this.seconds.observe({ operation }, seconds)
    for (const family of new Set(errors.map(familyOf))) this.errors.inc({ operation, family })
  }
}

/** The families are those of the catalogue of refusals; what has none is an answer that only a client with hashes understands. */
function familyOf({ extensions }: GraphQLFormattedError): string {
  const family = extensions?.['family']
  return typeof family === 'string' ? family : 'PERSISTED_QUERY'
}
