import { Rejected, type RefusalCode } from '@sizhang/service-kit'
import type { ASTVisitor, DocumentNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode, ValidationContext } from 'graphql'
import { GraphQLError, Kind, parse } from 'graphql'

/** Words and signs in one document. */
export const MOST_TOKENS = 10_000

type Measure = (selection: SelectionNode, inside: () => number[]) => number

/** What a document may measure, each fragment counted as often as it is spread: a short text may spread for hours. */
const LIMITS: { code: RefusalCode; most: number; measure: Measure; together: (one: number, other: number) => number }[] = [
  {
    code: 'QUERY_TOO_DEEP',
    most: 15,
    // What asks for the schema itself is not counted.
    measure: (selection, inside) => {
      if (selection.kind === Kind.FIELD && selection.name.value.startsWith('__')) return 0
      return Math.max(0, ...inside()) + (selection.kind === Kind.FIELD ? 1 : 0)
    },
    together: Math.max,
  },
  {
    code: 'TOO_MANY_ALIASES',
    most: 100,
    measure: (selection, inside) => inside().reduce(sum, 0) + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0),
    together: sum,
  },
  {
    code: 'TOO_MANY_FIELDS',
    most: 1_000,
    measure: (selection, inside) => inside().reduce(sum, 0) + (selection.kind === Kind.INLINE_FRAGMENT ? 0 : 1),
    together: sum,
  },
]

/** Refuses a text that is nested too deep, or has too many aliases or fields. One that is no GraphQL at all is left to who says what is wrong with it. */
export function checkShape(text: string): void {
  const document = parsed(text)
  for (const definition of document?.definitions ?? []) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const { code, most, measure, together } of LIMITS) {
      const value = measured(definition.selectionSet, fragmentsOf(document as DocumentNode), measure).reduce(
        (one, other) => together(one, other),
        0,
      )
      if (value > most) throw new Rejected(code, { value, max: most })
    }
  }
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, { maxTokens: MOST_TOKENS, noLocation: true })
  } catch {
    return undefined
  }
}

/** Refuses aliases that begin as what belongs to GraphQL itself: an answer could not be told from its own description, or be put together. */
export function aliasNames(context: ValidationContext): ASTVisitor {
  return {
    Field({ alias }) {
      if (alias?.value.startsWith('__')) context.reportError(new GraphQLError(`an alias must not begin with __: ${alias.value}`))
    },
  }
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
