import { collectDefaultMetrics, Registry } from 'prom-client'

/** The metrics of one app: Node's own (event loop, memory, garbage) and what its parts add, each with the app's name in the label `service`. */
export function registryOf(service: string): Registry {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  return registry
}
