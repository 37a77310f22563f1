import type { RequiresSelection } from '@graphql-hive/router-query-planner'
import type { Path } from './completion'
import type { Group, Segment } from '../planning/plan'
import { rewritten, type Tree } from './merge'
import type { IsOf } from '../planning/shapes'

/** The entities of a group: each key is sent once, and what comes back belongs to every place that has it. */
export interface Asked {
  group: Group
  /** Keys as JSON, as they are sent. */
  keys: string[]
  /** The objects that each key stands for. */
  places: Tree[][]
}

/** Gathers the entities of a group out of what is known. Objects of which the key is not known are given to `lacking`. */
export function gather(group: Group, known: Tree, isOf: IsOf, lacking: (place: Tree) => void): Asked {
  const asked: Asked = { group, keys: [], places: [] }
  const found = new Map<string, Tree[]>()
  const each = (place: Tree) => {
    const representation = represent(group.requires, place, isOf)
    if (!representation) return lacking(place)
    if (!('__typename' in representation)) return
    const key = JSON.stringify(rewritten(representation, group.before, isOf))
    const same = found.get(key)
    if (same) return void same.push(place)
    const places = [place]
    found.set(key, places)
    asked.keys.push(key)
    asked.places.push(places)
  }
  for (const path of group.paths) visit(known, path, 0, isOf, each)
  return asked
}

/** Where objects stand in what is known; asked for only when there is an error to place. */
export function pathsOf(group: Group, known: Tree, isOf: IsOf): Map<Tree, Path> {
  const paths = new Map<Tree, Path>()
  const at: (string | number)[] = []
  for (const path of group.paths) visit(known, path, 0, isOf, (place) => void paths.set(place, [...at]), at)
  return paths
}

function visit(
  value: unknown,
  path: readonly Segment[],
  from: number,
  isOf: IsOf,
  each: (place: Tree) => void,
  at: (string | number)[] = [],
): void {
  if (typeof value !== 'object' || value === null) return
  const segment = path[from]
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      at.push(index)
      visit(item, path, segment === '@' ? from + 1 : from, isOf, each, at)
      at.pop()
    })
    return
  }
  if (segment === undefined) return each(value as Tree)
  if (segment === '@') return visit(value, path, from + 1, isOf, each, at)
  if ('TypeCondition' in segment) {
    // Where a type can be no other the plan does not ask for its name.
    const { __typename: typename } = value as Tree
    if (typename === undefined || segment.TypeCondition.some((condition) => isOf(String(typename), condition)))
      visit(value, path, from + 1, isOf, each, at)
    return
  }
  at.push(segment.Field)
  visit((value as Tree)[segment.Field], path, from + 1, isOf, each, at)
  at.pop()
}

/** What a service needs to know of an entity; undefined when a part of it is not known. */
function represent(selections: readonly RequiresSelection[], known: Tree, isOf: IsOf): Tree | undefined {
  const representation: Tree = {}
  for (const selection of selections) {
    if (selection.kind === 'FragmentSpread') throw new Error('a plan spreads a fragment in a key')
    if (selection.kind === 'InlineFragment') {
      if (!isOf(String(known['__typename']), selection.typeCondition)) continue
      const part = represent(selection.selections, known, isOf)
      if (!part) return undefined
      Object.assign(representation, part)
      continue
    }
    const value = part(known[selection.alias ?? selection.name], selection.selections, isOf)
    if (value === undefined) return undefined
    representation[selection.name] = value
  }
  return representation
}

function part(known: unknown, selections: readonly RequiresSelection[] | undefined, isOf: IsOf): unknown {
  if (!selections?.length || typeof known !== 'object' || known === null) return known
  if (!Array.isArray(known)) return represent(selections, known as Tree, isOf)
  const items = known.map((item) => part(item, selections, isOf))
  return items.includes(undefined) ? undefined : items
}
