import type { GqlModuleOptions } from '@nestjs/graphql'
import type { GraphContext } from './context'

type IResolvers = Extract<Parameters<NonNullable<GqlModuleOptions['transformResolvers']>>[0], unknown[]>[number]

interface Representation {
  __typename: string
  [key: string]: unknown
}

/** Resolves all representations of one type at once, in their order; null where there is none. */
type ResolveReferences = (representations: Representation[], context: GraphContext) => Promise<unknown[]> | unknown[]

/** The reference resolvers of a subgraph, by type. */
export type References = Map<string, ResolveReferences>

/** Takes the reference resolvers out of Nest's resolver map: graphql-js has no place for them in a type. */
export function takeReferences(resolvers: IResolvers[], references: References): IResolvers[] {
  for (const [type, fields] of resolvers.flatMap((part) => Object.entries(part))) {
    const { __resolveReference: resolve } = fields as { __resolveReference?: ResolveReferences }
    if (!resolve) continue
    references.set(type, resolve)
    delete (fields as { __resolveReference?: ResolveReferences }).__resolveReference
  }
  return resolvers
}

/** What federation adds to a subgraph: its text, and its entities by key. Each type is asked once, with all of its keys. */
export const entitiesSdl = /* GraphQL */ `
  scalar _Any
  type _Service {
    sdl: String!
  }
  extend type Query {
    _service: _Service!
    _entities(representations: [_Any!]!): [_Entity]!
  }
`

/** The resolvers of `_service` and `_entities` over the text of the subgraph. A type without a reference resolver is its key alone. */
export function entityResolvers(sdl: string, references: References): Record<string, unknown> {
  return {
    Query: {
      _service: () => ({ sdl }),
      _entities: (_: unknown, args: { representations: Representation[] }, context: GraphContext) =>
        resolveEntities(args.representations, context, references),
    },
    _Entity: { __resolveType: (entity: { __typename: string }) => entity.__typename },
  }
}

async function resolveEntities(representations: Representation[], context: GraphContext, references: References): Promise<unknown[]> {
  const answers: unknown[] = new Array(representations.length).fill(null)
  const byType = new Map<string, number[]>()
  for (const [place, { __typename }] of representations.entries()) {
    const places = byType.get(__typename)
    if (places) places.push(place)
    else byType.set(__typename, [place])
  }
  await Promise.all(
    [...byType].map(async ([typename, places]) => {
      const resolve = references.get(typename)
      const asked = places.map((place) => representations[place]).filter((representation) => representation !== undefined)
      const found = resolve ? await resolve(asked, context) : asked
      for (const [at, place] of places.entries()) answers[place] = found[at] ? { ...found[at], __typename: typename } : null
    }),
  )
  return answers
}
