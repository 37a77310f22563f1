import type { DefinitionNode, DocumentNode, ObjectTypeDefinitionNode, ObjectTypeExtensionNode } from 'graphql'
import { Kind, parse } from 'graphql'
import { auditGraph } from '@sizhang/service-kit/audit-graph'
import { statusGraph } from '@sizhang/service-kit/status-graph'
import { filesBelow, textOf } from '../files'

/** The apps whose parts make the graph; the gateway's own part is the stream of facts. */
const APPS = ['organization', 'membership', 'activity', 'reporting', 'gateway']
/** The kit tells how each service is, and what was done in it; the gateway has no database and follows nothing. */
const WITHOUT_DATABASE = 'gateway'

const PREAMBLE = 'libs/service-kit/src/graph/preamble.graphql'

/** An app's part of the graph: the kit's preamble, the `.graphql` files of its features, and a service's status and audit. */
export interface Subgraph {
  app: string
  typeDefs: DocumentNode
}

/** Reads the part of every app that has one. */
export function subgraphs(): Subgraph[] {
  const preamble = textOf(PREAMBLE) ?? ''
  return APPS.map((app) => ({ app, files: filesBelow(`apps/${app}/src`, '.graphql') }))
    .filter(({ files }) => files.length > 0)
    .map(({ app, files }) => {
      const ofTheKit = app === WITHOUT_DATABASE ? [] : [statusGraph(app), auditGraph(app)]
      return { app, typeDefs: joined([preamble, ...files.map((file) => textOf(file) ?? ''), ...ofTheKit]) }
    })
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
