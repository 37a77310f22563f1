import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'

/** Parts of the graph, by the name of the service that serves each. */
export type Parts = ReadonlyMap<string, string>

/** One graph of all parts, or the reasons why they do not fit together. */
export type Composed = { supergraph: string } | { problems: string[] }

/** Composes the parts by the rules of Federation 2. */
export function compose(parts: Parts): Composed {
  try {
    const services = [...parts].map(([name, sdl]) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(sdl) }))
    const { supergraphSdl, errors } = composeServices(services)
    if (supergraphSdl) return { supergraph: supergraphSdl }
    return { problems: (errors ?? []).map(({ message }) => message) }
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] }
  }
}
