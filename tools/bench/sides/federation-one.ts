import { Kind, parse, print, visit, type DefinitionNode, type ObjectTypeDefinitionNode } from 'graphql'

/** The entities that a service owns; in Federation 1 the others extend them. */
const OWNED: Record<string, readonly string[]> = {
  organization: ['Area', 'Unit', 'Employer', 'Body', 'Seat'],
  membership: ['Person', 'Appointment', 'Account'],
  activity: ['Activity'],
}

/** A service's part of the graph as Federation 1 had it: no links, no words of Federation 2, entities of others extended by external keys. */
export function federationOne(service: string, sdl: string): string {
  const document = visit(parse(sdl), {
    Directive: ({ name }) => (name.value === 'shareable' ? null : undefined),
    Argument: ({ name }) => (name.value === 'resolvable' ? null : undefined),
  })
  const definitions = document.definitions
    .filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION)
    .map((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION && isForeign(service, definition) ? extended(definition) : definition,
    )
  return definitions.map((definition) => print(definition)).join('\n')
}

function isForeign(service: string, { name, directives = [] }: ObjectTypeDefinitionNode): boolean {
  return directives.some((directive) => directive.name.value === 'key') && !OWNED[service]?.includes(name.value)
}

function extended(definition: ObjectTypeDefinitionNode): DefinitionNode {
  const keys = (definition.directives ?? []).flatMap(({ name, arguments: given = [] }) =>
    name.value === 'key' ? given.flatMap(({ value }) => (value.kind === Kind.STRING ? value.value.split(' ') : [])) : [],
  )
  const external = { kind: Kind.DIRECTIVE as const, name: { kind: Kind.NAME as const, value: 'external' } }
  const fields = definition.fields?.map((field) =>
    keys.includes(field.name.value) ? { ...field, directives: [...(field.directives ?? []), external] } : field,
  )
  return { ...definition, kind: Kind.OBJECT_TYPE_EXTENSION, ...(fields && { fields }) }
}
