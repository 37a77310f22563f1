import { assertCompositionSuccess, composeServices } from '@theguild/federation-composition'
import type { Generated } from '../files'
import { textOf } from '../files'
import { breakingChanges } from './breaking-changes'
import { subgraphs } from './subgraphs'

/** Where the composed graph is kept for the check; what runs is composed live by the gateway. */
const SUPERGRAPH = 'apps/gateway/supergraph.graphql'

/** The graph that the apps' parts make together. */
interface ComposedGraph {
  /** With the directives that say which service answers what. */
  supergraph: string
  /** As a client sees it. */
  api: string
}

let composed: ComposedGraph | undefined

/**
 * Composes the apps' parts, once a run; undefined while there are none.
 * Throws an error that names every part that does not fit.
 */
export function composedGraph(): ComposedGraph | undefined {
  composed ??= compose()
  return composed
}

function compose(): ComposedGraph | undefined {
  const parts = subgraphs()
  if (parts.length === 0) return undefined
  const result = composeServices(parts.map(({ app, typeDefs }) => ({ name: app, url: `http://${app}/graphql`, typeDefs })))
  assertCompositionSuccess(result)
  return { supergraph: `${result.supergraphSdl.trim()}\n`, api: result.publicSdl }
}

/** The composed graph as a file. Throws when it would break a client of the one that is committed. */
export async function supergraphFile(): Promise<Generated[]> {
  const graph = composedGraph()
  if (!graph) return []
  const kept = textOf(SUPERGRAPH)
  const broken = kept === undefined ? [] : await breakingChanges(kept, graph.supergraph)
  if (broken.length > 0) throw new Error(`${broken.join('\n')}\n${WAY_OUT}`)
  return [{ file: SUPERGRAPH, text: graph.supergraph }]
}

const WAY_OUT = `Keep what was there and mark it @deprecated(reason: "… since YYYY-MM-DD"); a release later it may go.
What no release has shown yet may go at once: delete ${SUPERGRAPH} and generate again.`
