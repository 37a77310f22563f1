import { makeExecutableSchema } from '@graphql-tools/schema'
import { graphql, GraphQLError, type GraphQLSchema } from 'graphql'

type Representation = { __typename: string } & Record<string, unknown>

/** A service's part of the graph, made for one test. */
export interface TinyPart {
  /** Types, without the link to the federation. */
  sdl: string
  resolvers?: Record<string, Record<string, unknown>>
  /** Entities by the names of their types. */
  entities?: Record<string, (representation: Representation) => unknown>
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires", "@provides"])\n'
const DIRECTIVES = `
  directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
  directive @shareable on OBJECT | FIELD_DEFINITION
  directive @external on OBJECT | FIELD_DEFINITION
  directive @requires(fields: String!) on FIELD_DEFINITION
  directive @provides(fields: String!) on FIELD_DEFINITION
`

/** A subgraph as a service of ours serves it: its own text under `_service`, its entities under `_entities`. */
export class TinySubgraph {
  private readonly schema: GraphQLSchema

  constructor(private readonly part: TinyPart) {
    const { sdl, resolvers, entities = {} } = part
    const names = Object.keys(entities)
    const union =
      names.length > 0 ? `union _Entity = ${names.join(' | ')}\nextend type Query { _entities(representations: [_Any!]!): [_Entity]! }` : ''
    this.schema = makeExecutableSchema({
      typeDefs: `${DIRECTIVES}\nscalar _Any\n${sdl}\n${union}`,
      resolvers: { ...resolvers, Query: { ...resolvers?.['Query'], ...(names.length > 0 && { _entities: this.resolveAll(entities) }) } },
      resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
    })
  }

  async answer({ query, variables }: { query: string; variables?: Record<string, unknown> }): Promise<object> {
    if (query.includes('_service')) return { data: { _service: { sdl: LINK + this.part.sdl } } }
    return graphql({ schema: this.schema, source: query, ...(variables && { variableValues: variables }) })
  }

  private resolveAll(entities: NonNullable<TinyPart['entities']>) {
    return (_: unknown, { representations }: { representations: Representation[] }) =>
      representations.map((representation) => {
        const found = entities[representation.__typename]?.(representation)
        return found && typeof found === 'object' ? { __typename: representation.__typename, ...found } : null
      })
  }
}

/** A refusal as services say it. */
export function refusal(code: string, field: string): GraphQLError {
  const extensions = { code, family: 'BAD_USER_INPUT', field, value: 'given', rule: 'N2.1', hint: 'the way out' }
  return new GraphQLError('refused', { extensions })
}
