import {
  execute,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql'
import type { Tree } from '../execution/merge'
import type { Variables } from './shapes'

/** An operation, taken apart: what services are asked, and what the gateway knows by itself, of the schema and of the root's own name. */
export interface Parts {
  /** Undefined when no service is asked. */
  services: DocumentNode | undefined
  /** Undefined when the schema is not asked for. */
  schema: DocumentNode | undefined
}

type Kept = (field: string) => boolean

const ofSchema: Kept = (field) => field === '__schema' || field === '__type'
const ofServices: Kept = (field) => !field.startsWith('__')

/** Takes an operation apart. */
export function partsOf(document: DocumentNode, operation: OperationDefinitionNode): Parts {
  return { services: only(document, operation, ofServices), schema: only(document, operation, ofSchema) }
}

/** What the schema says of itself. */
export function ofItself(schema: GraphQLSchema, document: DocumentNode, variableValues: Variables): Tree {
  const answer = execute({ schema, document, variableValues })
  if (answer instanceof Promise) throw new Error('the schema was not at hand')
  return answer.data ?? {}
}

/** The document with those of the operation's own fields alone that are kept. */
function only(document: DocumentNode, operation: OperationDefinitionNode, kept: Kept): DocumentNode | undefined {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return undefined
  const selections = keep(document, operation.selectionSet.selections, kept)
  if (selections.length === 0) return undefined
  const definition = { ...operation, selectionSet: { ...operation.selectionSet, selections } }
  return { ...document, definitions: [definition, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)] }
}

/** Selections of the root; fragments on it stand in their place. */
function keep(document: DocumentNode, selections: readonly SelectionNode[], kept: Kept): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return kept(selection.name.value) ? [selection] : []
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentIn(document, selection.name.value)
    if (!fragment) return []
    const { directives = [] } = selection
    const within = keep(document, fragment.selectionSet.selections, kept)
    return within.length === 0
      ? []
      : [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections: within } }]
  })
}

function fragmentIn({ definitions }: DocumentNode, name: string) {
  return definitions.find((definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) as
    Extract<DocumentNode['definitions'][number], { kind: Kind.FRAGMENT_DEFINITION }> | undefined
}
