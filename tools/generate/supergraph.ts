import { assertCompositionSuccess, composeServices } from '@theguild/federation-composition'
import { subgraphs } from './subgraphs'

/** Where the composed graph is kept for the check; what runs is composed live by the gateway. */
export const SUPERGRAPH = 'apps/gateway/supergraph.graphql'

/** The graph that the services make together. */
export interface ComposedGraph {
  /** With the directives that say which service answers what. */
  supergraph: string
  /** As a client sees it. */
  api: string
}

let composed: ComposedGraph | undefined

/**
 * Composes the services' parts, once a run; undefined while there are none.
 * Throws an error that names every part that does not fit.
 */
export function composedGraph(): ComposedGraph | undefined {
  composed ??= compose()
  return composed
}

function compose(): ComposedGraph | undefined {
  const parts = subgraphs()
  if (parts.length === 0) return undefined
  const services = parts.map((part) => ({ name: part.app, url: `http://${part.app}/graphql`, typeDefs: part.typeDefs }))
  const result = composeServices(services)
  assertCompositionSuccess(result)
  return { supergraph: `${result.supergraphSdl.trim()}\n`, api: result.publicSdl }
}
