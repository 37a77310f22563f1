import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql'
import type { GraphContext } from './context'

interface Representation {
  __typename: string
  [key: string]: unknown
}

/** Resolves all representations of one type at once, in their order; null where there is none. */
type ResolveReferences = (representations: Representation[], context: GraphContext) => Promise<unknown[]> | unknown[]

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

/** The resolvers of `_service` and `_entities` over the text of the subgraph. */
export function entityResolvers(sdl: string): Record<string, unknown> {
  return {
    Query: {
      _service: () => ({ sdl }),
      _entities: (_: unknown, args: { representations: Representation[] }, context: GraphContext, info: GraphQLResolveInfo) =>
        resolveEntities(args.representations, context, info),
    },
    _Entity: { __resolveType: (entity: { __typename: string }) => entity.__typename },
  }
}

async function resolveEntities(representations: Representation[], context: GraphContext, info: GraphQLResolveInfo): Promise<unknown[]> {
  const answers: unknown[] = new Array(representations.length).fill(null)
  const byType = new Map<string, number[]>()
  for (const [place, { __typename }] of representations.entries()) byType.set(__typename, [...(byType.get(__typename) ?? []), place])
  await Promise.all(
    [...byType].map(async ([typename, places]) => {
      const type = info.schema.getType(typename) as (GraphQLObjectType & { resolveReference?: ResolveReferences }) | undefined
      const asked = places.map((place) => representations[place]).filter((representation) => representation !== undefined)
      const found = type?.resolveReference ? await type.resolveReference(asked, context) : asked
      for (const [at, place] of places.entries()) answers[place] = found[at] ? { ...found[at], __typename: typename } : null
    }),
  )
  return answers
}
