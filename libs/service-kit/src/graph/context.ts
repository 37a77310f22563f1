import DataLoader from 'dataloader'
import type { Caller } from '../caller/caller'
import type { Turns } from './turns'

/** What a resolver gets beside its arguments: the caller, and what lives for one request: loaders, and the turns in which its objects are given out. */
export interface GraphContext {
  caller: Caller
  loaders: Map<string, Loader>
  turns: Turns
}

/** Reads values by key, and keeps those that are there. */
interface Loader {
  reading: DataLoader<string, unknown>
  there: Map<string, unknown>
}

/** A value that was asked for by key: at once where it is there; null: there is none. */
export type Loaded<Value> = Value | null | Promise<Value | null>

/** Answers in the order of its keys, null where there is none. */
type LoadMany<Value> = (keys: readonly string[]) => Promise<readonly (Value | null)[]>

/**
 * Loads one value by key; all keys asked for in one step of a request go to `loadMany` at once. What is there already is given without a promise:
 * promises of thousands would all be kept, and what follows from them be done, in one turn of the event loop.
 */
export function loadOne<Value>(context: GraphContext, name: string, key: string, loadMany: LoadMany<Value>): Loaded<Value> {
  const { reading, there } = loaderOf(context, name, loadMany)
  return (there.has(key) ? there.get(key) : reading.load(key)) as Loaded<Value>
}

/** Takes what a list has read for loaded, so that a request does not read it by key once more. */
export function takeForLoaded<Value>(
  context: GraphContext,
  name: string,
  values: readonly Value[],
  keyOf: (value: Value) => string,
  loadMany: LoadMany<Value>,
): void {
  const { there } = loaderOf(context, name, loadMany)
  for (const value of values) there.set(keyOf(value), value)
}

/** Goes on with a value at once where it is there. */
export function goOn<Value, Next>(value: Value | Promise<Value>, next: (value: Value) => Next | Promise<Next>): Next | Promise<Next> {
  return value instanceof Promise ? value.then(next) : next(value)
}

/** Values of which each is there or promised, at once where all are there. */
export function allOf<Value>(values: readonly (Value | Promise<Value>)[]): Value[] | Promise<Value[]> {
  const there = values.filter((value): value is Value => !(value instanceof Promise))
  return there.length === values.length ? there : Promise.all(values)
}

function loaderOf<Value>(context: GraphContext, name: string, loadMany: LoadMany<Value>): Loader {
  const known = context.loaders.get(name)
  if (known) return known
  const { turns } = context
  const there = new Map<string, unknown>()
  const load = async (keys: readonly string[]) => {
    const found = await loadMany(keys)
    for (const [place, key] of keys.entries()) there.set(key, found[place])
    turns.begin()
    return turns.share(found)
  }
  const reading = new DataLoader<string, unknown>(load, { maxBatchSize: 1_000, batchScheduleFn: (ask) => turns.whenShared(ask) })
  const loader = { reading, there }
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
