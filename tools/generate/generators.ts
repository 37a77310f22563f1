import { contractDocuments } from './contracts'
import type { Generated } from './files'
import { portalOperations } from './portal-operations'
import { serviceTypes } from './service-types'
import { composedGraph, SUPERGRAPH } from './supergraph'

/** One kind of generated file. */
export interface Generator {
  name: string
  /** The files as they should be now. Throws where their sources are wrong. */
  run: () => Promise<Generated[]>
}

/** All that is generated, in the order in which it is written. */
export const generators: readonly Generator[] = [
  { name: 'documents of the contracts', run: contractDocuments },
  { name: 'types of the services’ parts of the graph', run: serviceTypes },
  { name: 'composed graph', run: supergraph },
  { name: 'operations of the portal', run: portalOperations },
]

async function supergraph(): Promise<Generated[]> {
  const graph = composedGraph()
  return graph ? [{ file: SUPERGRAPH, text: graph.supergraph }] : []
}
