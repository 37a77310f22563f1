import DataLoader from 'dataloader'
import type { Caller } from '../caller/caller'
import type { Turns } from './turns'

/** What a resolver gets beside its arguments: the caller, and what lives for one request: loaders, and the turns in which its objects are given out. */
export interface GraphContext {
  caller: Caller
  loaders: Map<string, DataLoader<string, unknown>>
  turns: Turns
}

/** Answers in the order of its keys, null where there is none. */
type LoadMany<Value> = (keys: readonly string[]) => Promise<readonly (Value | null)[]>

/** Loads one value by key; all keys asked for in one step of a request go to `loadMany` at once. */
export function loadOne<Value>(context: GraphContext, name: string, key: string, loadMany: LoadMany<Value>): Promise<Value | null> {
  return loaderOf(context, name, loadMany).load(key) as Promise<Value | null>
}

/** Takes what a list has read for loaded, so that a request does not read it by key once more. */
export function takeForLoaded<Value>(
  context: GraphContext,
  name: string,
  values: readonly Value[],
  keyOf: (value: Value) => string,
  loadMany: LoadMany<Value>,
): void {
  const loader = loaderOf(context, name, loadMany)
  for (const value of values) loader.prime(keyOf(value), value)
}

function loaderOf<Value>(context: GraphContext, name: string, loadMany: LoadMany<Value>): DataLoader<string, unknown> {
  const known = context.loaders.get(name)
  if (known) return known
  const { turns } = context
  const load = async (keys: readonly string[]) => {
    const found = await loadMany(keys)
    turns.begin()
    return turns.share(found)
  }
  const loader = new DataLoader<string, unknown>(load, { maxBatchSize: 1_000, batchScheduleFn: (ask) => turns.whenShared(ask) })
  context.loaders.set(name, loader)
  return loader
}

/** Puts rows into the order of keys; null where there is none. */
export function inOrder<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return keys.map((key) => byKey.get(key) ?? null)
}

/** Gives each key its rows, in the order of the rows; a row may have several keys. One pass: a list asked of a thousand keys has as many rows again. */
export function listsInOrder<Row>(keys: readonly string[], rows: readonly Row[], keysOf: (row: Row) => readonly string[]): Row[][] {
  const lists = new Map<string, Row[]>(keys.map((key) => [key, []]))
  for (const row of rows) for (const key of new Set(keysOf(row))) lists.get(key)?.push(row)
  return keys.map((key) => lists.get(key) ?? [])
}
