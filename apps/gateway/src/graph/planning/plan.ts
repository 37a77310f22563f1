import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
} from '@graphql-hive/router-query-planner'
import { Kind, parse, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import { Selections } from './selections'

/** What one service is asked. */
export interface Question {
  service: string
  document: DocumentNode
  /** The operation's text, as it stands in the body of a request. */
  json: string
  /** The asker's variables that go along. */
  variables: readonly string[]
}

/** Entities of one kind that are asked for by their keys, and where they stand in what is known so far. */
export interface Group extends Pick<EntityBatchAlias, 'requires' | 'paths'> {
  /** The field of the answer that holds them. */
  alias: string
  /** The variable that names them. */
  variable: string
  /** What each of them is asked for, by the keys of the answer. */
  keys: ReadonlySet<string>
  before: readonly FetchRewrite[]
  after: readonly FetchRewrite[]
}

/** A plan, made ready to be carried out as often as its operation is asked. */
export type Step =
  | { kind: 'sequence' | 'parallel'; steps: readonly Step[] }
  | { kind: 'condition'; variable: string; met: Step | undefined; unmet: Step | undefined }
  | { kind: 'root'; question: Question; keys: ReadonlySet<string>; after: readonly FetchRewrite[] }
  | { kind: 'entities'; question: Question; groups: readonly Group[] }

/** Makes a node of the planner's plan ready. */
export function stepOf(node: PlanNode): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map(stepOf) }
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map(stepOf) }
    case 'Condition':
      return { kind: 'condition', variable: node.condition, met: branch(node.ifClause), unmet: branch(node.elseClause) }
    case 'Fetch': {
      const question = questionOf(node)
      return {
        kind: 'root',
        question,
        keys: keysIn(question.document, operationIn(question.document).selectionSet),
        after: node.outputRewrites ?? [],
      }
    }
    case 'Flatten': {
      if (node.node.kind !== 'Fetch') throw new Error(`a plan flattens ${node.node.kind}`)
      const { requires = [], inputRewrites, outputRewrites } = node.node
      const alias = { alias: '_entities', representationsVariableName: 'representations', paths: [node.path], requires }
      return entities(node.node, [{ ...alias, ...(inputRewrites && { inputRewrites }), ...(outputRewrites && { outputRewrites }) }])
    }
    case 'BatchFetch':
      return entities(node, node.entityBatch.aliases)
    default:
      throw new Error(`a plan holds ${node.kind}, which is not carried out here`)
  }
}

const branch = (node: PlanNode | undefined) => node && stepOf(node)

function entities(node: FetchNode | BatchFetchNode, aliases: readonly EntityBatchAlias[]): Step {
  const question = questionOf(node)
  const roots = operationIn(question.document).selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD)
  const groups = aliases.map(({ alias, representationsVariableName, inputRewrites = [], outputRewrites = [], ...rest }) => {
    const field = roots.find((root) => (root.alias ?? root.name).value === alias)
    if (!field?.selectionSet) throw new Error(`a plan asks for no entities as ${alias}`)
    const keys = keysIn(question.document, field.selectionSet)
    return { ...rest, alias, variable: representationsVariableName, keys, before: inputRewrites, after: outputRewrites }
  })
  return { kind: 'entities', question, groups }
}

function questionOf({ serviceName, operation, variableUsages = [] }: FetchNode | BatchFetchNode): Question {
  return {
    service: serviceName,
    document: parse(operation, { noLocation: true }),
    json: JSON.stringify(operation),
    variables: variableUsages,
  }
}

export function operationIn({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('a plan asks nothing')
  return operation
}

const keysIn = (document: DocumentNode, set: SelectionSetNode) => new Set(new Selections(document).fields([set]).keys())

/** A step that asks a service of the root. */
export type RootStep = Extract<Step, { kind: 'root' }>

/** A step from a value to those below it that a fetch is about. */
export type Segment = FlattenNodePathSegment
