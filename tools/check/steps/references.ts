import type { FieldDefinitionNode, ObjectTypeDefinitionNode, TypeNode } from 'graphql'
import { Kind } from 'graphql'
import type { Subgraph } from '../../generate/graph/subgraphs'

/**
 * The fields that lead to another service's entity and promise that it is there: `membership: Appointment.seat is Seat!`.
 * An entity is another service's where that one alone answers a field of it that is never null: with the service away there is no entity,
 * and a field that may not be null takes what it stands in down with it.
 */
export function brittleReferences(parts: Subgraph[]): string[] {
  return parts.flatMap((part) =>
    objects(part).flatMap((type) =>
      fieldsOf(type)
        .filter((field) => isPromised(field.type) && isAnswered(nameOf(field.type), part, parts))
        .map((field) => `${part.app}: ${type.name.value}.${field.name.value} is ${written(field.type)}`),
    ),
  )
}

/** Whether another part answers a field of the type that is never null and that this part does not know. */
function isAnswered(typeName: string, here: Subgraph, parts: Subgraph[]): boolean {
  const known = new Set(fieldsNamed(typeName, here).map(({ name }) => name.value))
  return parts.some(
    (part) =>
      part !== here && fieldsNamed(typeName, part).some(({ name, type }) => type.kind === Kind.NON_NULL_TYPE && !known.has(name.value)),
  )
}

function fieldsNamed(typeName: string, part: Subgraph): readonly FieldDefinitionNode[] {
  const type = objects(part).find(({ name }) => name.value === typeName)
  return type?.directives?.some(({ name }) => name.value === 'key') ? fieldsOf(type) : []
}

function objects({ typeDefs }: Subgraph): ObjectTypeDefinitionNode[] {
  return typeDefs.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
}

function fieldsOf(type: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] {
  return type.fields ?? []
}

/** Whether the entity itself, the innermost type, may not be null. */
function isPromised(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return type.type.kind === Kind.NAMED_TYPE || isPromised(type.type)
  return type.kind === Kind.LIST_TYPE && isPromised(type.type)
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}

function written(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return `${written(type.type)}!`
  return type.kind === Kind.LIST_TYPE ? `[${written(type.type)}]` : type.name.value
}
