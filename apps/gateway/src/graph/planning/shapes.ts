import {
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { setsBelow, type Selections } from './selections'

/** The fields that an object has in the answer, in their order. */
export interface Shape {
  type: string
  fields: readonly { key: string; name: string; form: Form }[]
}

/** What stands under a key of the answer. */
export interface Form {
  nullable: boolean
  /** The form of each item, where it is a list. */
  items?: Form
  /** The shape of an object; undefined for an object of a type that the graph does not have. */
  shapeOf?: (typename: unknown) => Shape | undefined
}

/** Whether an object's type is another, or one of those that it stands for. */
export type IsOf = (typename: string, condition: string) => boolean

export type Variables = Readonly<Record<string, unknown>>

/** Whether the variables leave a selection in. */
function includedBy(variables: Variables) {
  return (selection: SelectionNode): boolean =>
    !selection.directives?.length ||
    (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false)
}

/** The variables on which `@skip` and `@include` depend. */
export function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}

/** Whether a type is another, or one of those that it stands for. */
export function isOf(schema: GraphQLSchema, name: string, condition: string): boolean {
  if (name === condition) return true
  const [type, abstract] = [schema.getType(name), schema.getType(condition)]
  return (isObjectType(type) || isInterfaceType(type)) && isAbstractType(abstract) && schema.isSubType(abstract, type)
}

/** Makes the shapes of one operation, each when it is first met: so deep as the answer is and no deeper. */
export class Shapes {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: Selections,
    private readonly variables: Variables,
  ) {}

  /** The shape of objects of a type under selection sets. */
  of(type: GraphQLObjectType | GraphQLInterfaceType, sets: readonly SelectionSetNode[]): Shape {
    const applies = (condition: string) => isOf(this.schema, type.name, condition)
    const fields = this.selections.fields(sets, applies, includedBy(this.variables))
    return { type: type.name, fields: [...fields].map(([key, nodes]) => this.field(type, key, nodes)) }
  }

  private field(type: GraphQLObjectType | GraphQLInterfaceType, key: string, nodes: readonly FieldNode[]) {
    const name = nodes[0]?.name.value ?? key
    const definition = type.getFields()[name]
    // What asks for the schema is no field of the type; its answer is there as a whole.
    return { key, name, form: definition ? this.form(definition.type, setsBelow(nodes)) : { nullable: true } }
  }

  private form(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Form {
    if (isNonNullType(type)) return { ...this.form(type.ofType, sets), nullable: false }
    if (isListType(type)) return { nullable: true, items: this.form(type.ofType, sets) }
    return isCompositeType(type) ? { nullable: true, shapeOf: this.shapeOf(type, sets) } : { nullable: true }
  }

  private shapeOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): NonNullable<Form['shapeOf']> {
    if (isObjectType(type)) {
      let shape: Shape | undefined
      return () => (shape ??= this.of(type, sets))
    }
    const shapes = new Map<unknown, Shape>()
    return (typename) => {
      // Where no type has fields of its own, a plan does not ask which it is.
      const name = typename ?? type.name
      const known = shapes.get(name)
      if (known || typeof name !== 'string' || !isOf(this.schema, name, type.name)) return known
      const shape = this.of(this.schema.getType(name) as GraphQLObjectType | GraphQLInterfaceType, sets)
      shapes.set(name, shape)
      return shape
    }
  }
}

/** So many fields are compared at most: an operation that is larger has its answer put together anew. */
const MOST_COMPARED = 2_000

/** Whether two sets of selections on a type give the same keys, in every object that may come: then one's answer is the other's. */
export function sameKeys(
  schema: GraphQLSchema,
  type: GraphQLOutputType | GraphQLCompositeType,
  [one, ones]: readonly [Selections, readonly SelectionSetNode[]],
  [other, others]: readonly [Selections, readonly SelectionSetNode[]],
  budget = { left: MOST_COMPARED },
): boolean {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return true
  const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named]
  return types.every((object) => {
    const applies = (condition: string) => isOf(schema, object.name, condition)
    const [fields, otherFields] = [one.fields(ones, applies), other.fields(others, applies)]
    if (fields.size !== otherFields.size || (budget.left -= fields.size) < 0) return false
    return [...fields].every(([key, nodes]) => {
      const same = otherFields.get(key)
      const name = nodes[0]?.name.value ?? ''
      const below = object.getFields()[name]?.type
      if (same?.[0]?.name.value !== name) return false
      return below === undefined || sameKeys(schema, below, [one, setsBelow(nodes)], [other, setsBelow(same)], budget)
    })
  })
}
