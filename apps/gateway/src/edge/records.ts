import { Rejected } from '@sizhang/service-kit'
import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Sizes } from '../composition/sizes'

type Variables = Record<string, unknown>

/** Records that one query may ask for, lists within lists counted: five times what the largest page of the portal asks for. */
const MOST_RECORDS = 40_000
const PAGE_SIZE = 'first'
/** Lists within a page, which are as long as the page. */
const OF_A_PAGE = ['nodes', 'edges']
/** A list of which its service says nothing. */
const USUAL = 10

/** An operation with what it is measured by. */
export interface Measured {
  schema: GraphQLSchema
  sizes: Sizes
  document: DocumentNode
  operation: OperationDefinitionNode
  variables: Variables
}

/** Refuses a query whose lists, each as often as the lists around it bring it, add up to more records than one query may ask for. */
export function limitRecords(measured: Measured): void {
  const { schema, operation } = measured
  const root = schema.getRootType(operation.operation)
  const value = root ? new Counting(measured).recordsIn(operation.selectionSet, root) : 0
  if (value > MOST_RECORDS) throw refused(value)
}

/** The records that an operation asks for with its variables, each fragment counted once and taken as often as it is spread. */
class Counting {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  private readonly counted = new Map<FragmentDefinitionNode, number>()

  constructor(private readonly measured: Measured) {
    const fragments = measured.document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
  }

  recordsIn({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): number {
    const { schema } = this.measured
    let records = 0
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) records += this.recordsOf(selection, type)
      else if (selection.kind === Kind.FRAGMENT_SPREAD) records += this.recordsOfFragment(this.fragments.get(selection.name.value))
      else {
        const { selectionSet, typeCondition } = selection
        records += this.recordsIn(selectionSet, typeCondition ? schema.getType(typeCondition.name.value) : type)
      }
    }
    return records
  }

  private recordsOf(node: FieldNode, type: GraphQLNamedType | undefined): number {
    const field = fieldOf(type, node.name.value)
    if (!type || !field || !node.selectionSet) return 0
    const inner = getNamedType(field.type)
    const inside = isCompositeType(inner) ? this.recordsIn(node.selectionSet, inner) : 0
    const length = this.lengthOf(field, type, node)
    return length === undefined ? inside : length * (1 + inside)
  }

  private recordsOfFragment(fragment: FragmentDefinitionNode | undefined): number {
    if (!fragment) return 0
    const known = this.counted.get(fragment)
    if (known !== undefined) return known
    const records = this.recordsIn(fragment.selectionSet, this.measured.schema.getType(fragment.typeCondition.name.value))
    this.counted.set(fragment, records)
    return records
  }

  /** How many entries a field brings; undefined: it is no list, or its length was counted with its page. */
  private lengthOf(field: GraphQLField<unknown, unknown>, type: GraphQLNamedType, node: FieldNode): number | undefined {
    const page = field.args.find(({ name }) => name === PAGE_SIZE)
    if (page) return this.sizeOf(page, node)
    const isList = isListType(getNullableType(field.type))
    if (!isList || (type.name.endsWith('Connection') && OF_A_PAGE.includes(field.name))) return undefined
    return this.measured.sizes.get(`${type.name}.${field.name}`) ?? USUAL
  }

  /** The size of a page; what is no size is left to its service, which says what is wrong with it. */
  private sizeOf({ defaultValue }: GraphQLArgument, { arguments: given = [] }: FieldNode): number {
    const value = given.find(({ name }) => name.value === PAGE_SIZE)?.value
    if (value?.kind === Kind.INT) return Math.max(0, Number(value.value))
    const size = value?.kind === Kind.VARIABLE ? this.valueOf(value.name.value) : undefined
    return typeof (size ?? defaultValue) === 'number' ? Math.max(0, Number(size ?? defaultValue)) : 0
  }

  /** The value of a variable: as given, or by the default that the operation declares. */
  private valueOf(name: string): unknown {
    const { operation, variables } = this.measured
    if (variables[name] !== undefined) return variables[name]
    const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue
    return declared?.kind === Kind.INT ? Number(declared.value) : undefined
  }
}

function fieldOf(type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

function refused(value: number): GraphQLError {
  const rejected = new Rejected('TOO_MANY_RECORDS', { value, max: MOST_RECORDS })
  return new GraphQLError(rejected.code, { originalError: rejected, extensions: { http: { status: 400 } } })
}
