import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner'
import type { IsOf } from '../planning/shapes'

/** An object of an answer. */
export type Tree = Record<string, unknown>

/**
 * Adds to an object what another answer says of it. Lists are of the same things in the same order: they are put together item by item.
 * @param shared whether the other answer is added elsewhere, too, so that nothing of it may be taken as it is
 */
export function merge(into: Tree, added: Tree, shared = false): void {
  for (const key in added) {
    const [value, old] = [added[key], valueIn(into, key)]
    if (isObject(old)) {
      if (isObject(value)) mergeBoth(old, value, shared)
    } else if (value !== null || old === undefined) into[key] = shared ? copied(value) : value
  }
}

/** What an object has of its own: an alias may have the name of what every object inherits. */
export function valueIn(object: Tree, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function mergeBoth(old: object, value: object, shared: boolean): void {
  if (!Array.isArray(old) || !Array.isArray(value)) return merge(old as Tree, value as Tree, shared)
  value.forEach((item: unknown, index) => {
    const there: unknown = old[index]
    if (isObject(there)) {
      if (isObject(item)) mergeBoth(there, item, shared)
    } else if (item !== null || there === undefined) old[index] = shared ? copied(item) : item
  })
}

function copied(value: unknown): unknown {
  if (!isObject(value)) return value
  if (Array.isArray(value)) return value.map(copied)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** A value as the plan wants it before it is sent, or after it came: other names of types, other keys. */
export function rewritten<Value>(value: Value, rewrites: readonly FetchRewrite[], isOf: IsOf): Value {
  for (const rewrite of rewrites) {
    const { path, change } = changeOf(rewrite)
    rewriteAt(value, path, change, isOf)
  }
  return value
}

type Change = (object: Tree, key: string) => void

function changeOf(rewrite: FetchRewrite): { path: FetchNodePathSegment[]; change: Change } {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer
    return {
      path,
      change: (object, key) => {
        if (!(key in object)) return
        object[renameKeyTo] = object[key]
        Reflect.deleteProperty(object, key)
      },
    }
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite
  return { path, change: (object, key) => (object[key] = setValueTo) }
}

function rewriteAt(value: unknown, [segment, ...rest]: FetchNodePathSegment[], change: Change, isOf: IsOf): void {
  if (!isObject(value) || !segment) return
  if (Array.isArray(value)) return value.forEach((item) => rewriteAt(item, [segment, ...rest], change, isOf))
  const object = value as Tree
  if ('TypenameEquals' in segment) {
    const { __typename: typename } = object
    if (typename === undefined || segment.TypenameEquals.some((condition) => isOf(String(typename), condition)))
      rewriteAt(object, rest, change, isOf)
  } else if (rest.length === 0) change(object, segment.Key)
  else rewriteAt(object[segment.Key], rest, change, isOf)
}
