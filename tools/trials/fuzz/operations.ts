import { randomUUID } from 'node:crypto'
import {
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import type { Chance } from '../../demo/chance'
import type { Values } from './values'

/** A text ready to be sent. */
export interface Request {
  query: string
  variables: Record<string, unknown>
}

/** An operation, and of a mutation how it is asked for its mark alone. */
export interface Operation extends Request {
  command?: { name: string; commandId: string; markAlone?: Request }
}

type Field = GraphQLField<unknown, unknown>

const DEEPEST = 5
const MOST_FIELDS = 5

/** Makes operations from a schema: any field, any argument, nested, aliased, several at once. */
export class Operations {
  private parameters: string[] = []
  private variables: Record<string, unknown> = {}

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chance: Chance,
    private readonly values: Values,
  ) {}

  /** The next operation: of three, one changes something. */
  next(): Operation {
    const { chance } = this
    const mutation = this.schema.getMutationType()
    return mutation && chance.happens(0.3) ? this.command(chance.one(fieldsOf(mutation))) : this.question()
  }

  /** A mutation by name, with the mark of what was done. */
  command(field: Field): Operation {
    this.begin()
    const commandId = randomUUID()
    const taken = this.argumentsOf(field, { commandId })
    const payload = getNamedType(field.type)
    if (!isObjectType(payload) || !payload.getFields()['mark'])
      return { ...this.finished('mutation', `${field.name}${taken} ${this.inside(field, 2)}`), command: { name: field.name, commandId } }
    const markAlone = this.finished('mutation', `${field.name}${taken} { mark }`)
    const operation = this.finished('mutation', `${field.name}${taken} { mark ${this.selectionOf(payload, 2).slice(1)}`)
    return { ...operation, command: { name: field.name, commandId, markAlone } }
  }

  /** Fields of the query's root, each under an alias. */
  private question(): Operation {
    const query = this.schema.getQueryType()
    if (!query) throw new Error('the schema has no queries')
    this.begin()
    const roots = Array.from({ length: this.chance.whole(1, 3) }, (_, place) => {
      const field = this.chance.one(fieldsOf(query))
      return `r${place}: ${this.text(field, 1)}`
    })
    return this.finished('query', roots.join(' '))
  }

  private begin(): void {
    this.parameters = []
    this.variables = {}
  }

  private finished(kind: 'query' | 'mutation', body: string): Request {
    const parameters = this.parameters.length > 0 ? `(${this.parameters.join(', ')})` : ''
    return { query: `${kind} ${parameters} { ${body} }`, variables: { ...this.variables } }
  }

  private text(field: Field, depth: number): string {
    return `${field.name}${this.argumentsOf(field)} ${this.inside(field, depth + 1)}`
  }

  private inside(field: Field, depth: number): string {
    const inner = getNamedType(field.type as GraphQLOutputType)
    return isCompositeType(inner) ? this.selectionOf(inner as GraphQLObjectType, depth) : ''
  }

  private selectionOf(type: GraphQLObjectType, depth: number): string {
    const { chance } = this
    if (!isObjectType(type)) return '{ __typename }'
    const leaves = fieldsOf(type).filter((field) => !isCompositeType(getNamedType(field.type)) && isOptional(field))
    const open = depth < DEEPEST ? fieldsOf(type) : leaves
    const chosen = Array.from({ length: open.length > 0 ? chance.whole(1, MOST_FIELDS) : 0 }, () => chance.one(open))
    const texts = chosen.map((field, place) => `f${place}: ${this.text(field, depth)}`)
    return `{ __typename ${texts.join(' ')} }`
  }

  private argumentsOf(field: Field, fixed: Record<string, unknown> = {}): string {
    const given: string[] = []
    for (const { name, type } of field.args) {
      const value = Object.hasOwn(fixed, name) ? fixed[name] : this.values.of(type)
      if (value === undefined) continue
      const variable = `v${this.parameters.length}`
      this.parameters.push(`$${variable}: ${String(type)}`)
      this.variables[variable] = value
      given.push(`${name}: $${variable}`)
    }
    return given.length > 0 ? `(${given.join(', ')})` : ''
  }
}

/** The fields that are the product's own, and none of the composition's. */
function fieldsOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'))
}

function isOptional({ args }: Field): boolean {
  return args.every(({ type }) => !isNonNullType(type))
}
