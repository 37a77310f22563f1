import { GraphQLError, type ExecutionResult } from 'graphql'
import { valueIn, type Tree } from './merge'
import type { Form, Shape } from '../planning/shapes'

/** An answer names so many errors: of a service that is away, each field in each row of a list would be one. */
const MOST_ERRORS = 100

export type Path = readonly (string | number)[]

/** What could not be learnt of an object: the keys that are missing, and why; no error here when it is told elsewhere. */
export interface Gap {
  keys: ReadonlySet<string>
  errors: readonly GraphQLError[]
}

/**
 * The answer as the operation asked for it, made of what the services said: its keys and no others, a null for what is missing, with the error
 * that explains it at its place; a null that may not be takes what holds it along, as far as the graph allows.
 */
export class Completion {
  private readonly path: (string | number)[] = []
  private leftOut = false

  /** @param errors those that services gave with a place; what is found missing is added */
  constructor(
    private readonly gaps: ReadonlyMap<object, readonly Gap[]>,
    private readonly errors: GraphQLError[],
  ) {}

  /** The answer; its data is null when a null went up as far as the root. A plan may ask for more than was asked: its errors are not told. */
  of(shape: Shape, known: Tree): ExecutionResult {
    const data = this.object(shape, known)
    const errors = this.errors.filter(({ path = [] }) => path.reduce<unknown>(below, data) !== undefined)
    const named = errors.slice(0, MOST_ERRORS)
    return {
      data,
      ...(named.length > 0 && { errors: named }),
      ...(this.leftOut || named.length < errors.length ? { extensions: { errorsLeftOut: true } } : {}),
    }
  }

  private object({ type, fields }: Shape, known: Tree): Tree | null {
    const object: Tree = {}
    let broken = false
    for (const { key, name, form } of fields) {
      this.path.push(key)
      const there = valueIn(known, key)
      const value = name === '__typename' ? type : this.value(form, there)
      if (value === null && there === undefined) this.explain(known, key)
      if (value === null && !form.nullable) {
        if (!this.gapsOf(known, key).length) this.blame(`${type}.${name}`)
        broken = true
      }
      object[key] = value
      this.path.pop()
    }
    return broken ? null : object
  }

  private value(form: Form, known: unknown): unknown {
    if (known === null || known === undefined) return null
    if (form.items) return Array.isArray(known) ? this.list(form.items, known) : null
    if (!form.shapeOf) return known
    const shape = form.shapeOf((known as Tree)['__typename'])
    return shape ? this.object(shape, known as Tree) : null
  }

  private list(form: Form, known: readonly unknown[]): unknown[] | null {
    if (!form.items && !form.shapeOf && form.nullable) return known as unknown[]
    let broken = false
    const items = known.map((item, index) => {
      this.path.push(index)
      const value = this.value(form, item)
      if (value === null && !form.nullable) {
        this.blame('an item of a list')
        broken = true
      }
      this.path.pop()
      return value
    })
    return broken ? null : items
  }

  /** Says at the place of a value that is missing why it is. */
  private explain(known: Tree, key: string): void {
    const [gap] = this.gapsOf(known, key).filter(({ errors }) => errors.length > 0)
    for (const error of gap?.errors ?? []) this.tell(() => placed(error, [...this.path]))
  }

  private gapsOf(known: Tree, key: string): Gap[] {
    return (this.gaps.get(known) ?? []).filter(({ keys }) => keys.has(key))
  }

  /** A null that may not be is a fault, unless an error there or below says why. */
  private blame(what: string): void {
    const explained = this.errors.some(({ path }) => path && this.path.every((step, at) => path[at] === step))
    if (!explained) this.tell(() => new GraphQLError(`Cannot return null for non-nullable ${what}`, { path: [...this.path] }))
  }

  /** Making an error costs more than a row of the answer. */
  private tell(error: () => GraphQLError): void {
    if (this.errors.length < MOST_ERRORS) this.errors.push(error())
    else this.leftOut = true
  }
}

/** What stands a step below a value; undefined where there is no place, and null below a null. */
function below(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Tree)[step] : value
}

/** An error at another place. */
export function placed({ message, extensions, originalError }: GraphQLError, path: Path): GraphQLError {
  return new GraphQLError(message, { path, extensions, originalError })
}
