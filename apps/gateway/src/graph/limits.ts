import { Rejected, type RefusalCode } from '@sizhang/service-kit'
import type { ASTVisitor, DocumentNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode, ValidationContext } from 'graphql'
import { GraphQLError, Kind } from 'graphql'

/** Words and signs in one document. */
export const MOST_TOKENS = 10_000
const DEEPEST = 15
const MOST_ALIASES = 100

/** Refuses a query that is nested too deep, each fragment counted where it is spread. What asks for the schema itself is not counted. */
export const depthLimit = limit(
  'QUERY_TOO_DEEP',
  DEEPEST,
  (selection, inside) => {
    if (selection.kind === Kind.FIELD && selection.name.value.startsWith('__')) return 0
    return Math.max(0, ...inside()) + (selection.kind === Kind.FIELD ? 1 : 0)
  },
  Math.max,
)

/** Refuses a query with too many aliases, each fragment counted as often as it is spread. */
export const aliasLimit = limit(
  'TOO_MANY_ALIASES',
  MOST_ALIASES,
  (selection, inside) => inside().reduce(sum, 0) + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0),
  sum,
)

/** Refuses aliases that begin as what belongs to GraphQL itself: an answer could not be told from its own description, or be put together. */
export function aliasNames(context: ValidationContext): ASTVisitor {
  return {
    Field({ alias }) {
      if (alias?.value.startsWith('__')) context.reportError(new GraphQLError(`an alias must not begin with __: ${alias.value}`))
    },
  }
}

type Measure = (selection: SelectionNode, inside: () => number[]) => number

/** A validation rule: the measure of an operation, put together from its selections, stays within `max`. */
function limit(code: RefusalCode, max: number, measure: Measure, together: (...values: number[]) => number) {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(operation) {
      const value = measured(operation.selectionSet, fragmentsOf(context.getDocument()), measure).reduce((a, b) => together(a, b), 0)
      if (value > max) context.reportError(new GraphQLError(code, { originalError: new Rejected(code, { value, max }) }))
    },
  })
}

type Fragments = Map<string, { fragment: FragmentDefinitionNode; measured?: number[] }>

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map((fragment) => [fragment.name.value, { fragment }]))
}

/** The measure of each selection. A fragment is looked into once; one that spreads itself (another rule refuses it) counts nothing there. */
function measured({ selections }: SelectionSetNode, fragments: Fragments, measure: Measure): number[] {
  return selections.map((selection) =>
    measure(selection, () => {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) return selection.selectionSet ? measured(selection.selectionSet, fragments, measure) : []
      const known = fragments.get(selection.name.value)
      if (!known) return []
      if (!known.measured) {
        known.measured = []
        known.measured = measured(known.fragment.selectionSet, fragments, measure)
      }
      return known.measured
    }),
  )
}

function sum(a: number, b: number): number {
  return a + b
}
