import type { DefinitionNode, DocumentNode, ObjectTypeDefinitionNode, ObjectTypeExtensionNode } from 'graphql'
import { Kind, parse, print } from 'graphql'
import { filesBelow, textOf } from './files'

/** The services whose parts make the graph. */
export const SERVICES = ['organization', 'membership', 'activity', 'reporting']

const PREAMBLE = 'libs/service-kit/src/graph/preamble.graphql'

/** A service's part of the graph: the kit's preamble and the `.graphql` files of its features. */
export interface Subgraph {
  service: string
  typeDefs: DocumentNode
}

/** Reads the part of every service that has one. */
export function subgraphs(): Subgraph[] {
  const preamble = textOf(PREAMBLE) ?? ''
  return SERVICES.map((service) => ({ service, files: filesBelow(`apps/${service}/src`, '.graphql') }))
    .filter(({ files }) => files.length > 0)
    .map(({ service, files }) => ({ service, typeDefs: joined([preamble, ...files.map((file) => textOf(file) ?? '')]) }))
}

/** The text of a subgraph as the service publishes it. */
export function sdl(subgraph: Subgraph): string {
  return print(subgraph.typeDefs)
}

/** Several texts as one document: the features' parts of one type (`Query`, `Mutation`) become one definition. */
export function joined(texts: string[]): DocumentNode {
  const types = new Map<string, ObjectTypeDefinitionNode>()
  const others: DefinitionNode[] = []
  for (const definition of texts.filter((text) => text.trim()).flatMap((text) => parse(text, { noLocation: true }).definitions)) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) {
      const { value } = definition.name
      types.set(value, withPart(types.get(value), definition))
    } else {
      others.push(definition)
    }
  }
  return { kind: Kind.DOCUMENT, definitions: [...others, ...types.values()] }
}

function withPart(
  type: ObjectTypeDefinitionNode | undefined,
  part: ObjectTypeDefinitionNode | ObjectTypeExtensionNode,
): ObjectTypeDefinitionNode {
  return {
    ...part,
    ...type,
    kind: Kind.OBJECT_TYPE_DEFINITION,
    interfaces: [...(type?.interfaces ?? []), ...(part.interfaces ?? [])],
    directives: [...(type?.directives ?? []), ...(part.directives ?? [])],
    fields: [...(type?.fields ?? []), ...(part.fields ?? [])],
  }
}
