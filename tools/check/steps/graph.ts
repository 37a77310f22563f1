import type { GraphQLArgument, GraphQLEnumValue, GraphQLField, GraphQLInputField, GraphQLNamedType, GraphQLSchema } from 'graphql'
import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql'
import { apiSchema } from '../../generate/graph/breaking-changes'
import { composedGraph, supergraphFile } from '../../generate/graph/supergraph'
import { subgraphs } from '../../generate/graph/subgraphs'
import type { Finding } from '../step'
import { brittleReferences } from './references'

type Described = Pick<GraphQLArgument, 'name' | 'description'>

/** The graph composes, breaks no client of the committed one, and says of each of its names what it means. */
export async function graph(): Promise<Finding> {
  const composed = composedGraph()
  if (!composed) return { verdict: 'no service has a part yet', faults: [], mend: '' }
  await supergraphFile()
  const schema = apiSchema(composed.supergraph)
  return {
    verdict: `${namedTypes(schema).length} types, described, none broken`,
    faults: [...undescribed(schema), ...undatedDeprecations(schema), ...brittleReferences(subgraphs())],
    mend: `A description is product text: the Chinese term first. A deprecation says what to use and since when (YYYY-MM-DD).
A field that leads to another service's entity may be null: a service that is away costs its own fields alone.`,
  }
}

/** The names that have no description: `Seat.places`, `Query.unit(on:)`, `Rank.CHAIR`. */
export function undescribed(schema: GraphQLSchema): string[] {
  return namedTypes(schema)
    .flatMap((type) => [...(isRoot(schema, type) ? [] : [{ ...named(type), name: type.name }]), ...membersOf(type)])
    .filter(({ description }) => !description?.trim())
    .map(({ name }) => `${name} has no description`)
}

/** What is deprecated without saying since when. */
export function undatedDeprecations(schema: GraphQLSchema): string[] {
  return namedTypes(schema).flatMap((type) =>
    [...fieldsOf(type), ...valuesOf(type)]
      .filter(({ deprecationReason }) => typeof deprecationReason === 'string' && !/\d{4}-\d{2}-\d{2}/.test(deprecationReason))
      .map(({ name }) => `${type.name}.${name} is deprecated without the day since when`),
  )
}

function namedTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
}

function isRoot(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type as never)
}

function membersOf(type: GraphQLNamedType): Described[] {
  const fields = fieldsOf(type).flatMap((field) => [
    { name: `${type.name}.${field.name}`, description: field.description },
    ...('args' in field ? field.args : []).map((arg) => ({
      name: `${type.name}.${field.name}(${arg.name}:)`,
      description: arg.description,
    })),
  ])
  return [...fields, ...valuesOf(type).map((value) => ({ name: `${type.name}.${value.name}`, description: value.description }))]
}

function fieldsOf(type: GraphQLNamedType): (GraphQLField<unknown, unknown> | GraphQLInputField)[] {
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : []
}

function valuesOf(type: GraphQLNamedType): readonly GraphQLEnumValue[] {
  return isEnumType(type) ? type.getValues() : []
}

function named(type: GraphQLNamedType): Described {
  return { name: type.name, description: type.description }
}
