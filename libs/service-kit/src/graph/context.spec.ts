import type { Caller } from '../caller/caller'
import { allOf, goOn, inOrder, listsInOrder, loadOne, takeForLoaded } from './context'
import { Turns } from './turns'

const rows = [
  { id: 'c', of: ['x', 'y'] },
  { id: 'a', of: ['y', 'y'] },
  { id: 'b', of: [] },
  { id: 'd', of: ['z'] },
]

test('rows come in the order of the keys, null where there is none', () =>
  expect(inOrder(['a', 'e', 'c'], rows, ({ id }) => id).map((row) => row?.id)).toEqual(['a', undefined, 'c']))

test('each key has its rows in their order, once each, a row of two keys under both, and none of keys that nobody asked for', () =>
  expect(listsInOrder(['y', 'w', 'x'], rows, ({ of }) => of).map((list) => list.map(({ id }) => id))).toEqual([['c', 'a'], [], ['c']]))

test('a thousand keys with a thousand rows each are put in order in one look at each row', () => {
  const keys = Array.from({ length: 1_000 }, (_, place) => String(place))
  let looks = 0
  const many = Array.from({ length: 100_000 }, (_, place) => String(place % 1_000))
  const lists = listsInOrder(keys, many, (row) => {
    looks += 1
    return [row]
  })
  expect([looks, lists.every((list, place) => list.length === 100 && list[0] === keys[place])]).toEqual([100_000, true])
})

test('what a list has read is not read by key once more', async () => {
  const context = { caller: {} as Caller, loaders: new Map(), turns: new Turns() }
  const asked: string[] = []
  const load = async (keys: readonly string[]) => {
    asked.push(...keys)
    return keys.map((id) => ({ id, of: [] as string[] }))
  }
  takeForLoaded(context, 'rows', rows, ({ id }) => id, load)
  expect(await allOf(['a', 'e', 'c'].map((id) => loadOne(context, 'rows', id, load)))).toEqual([rows[1], { id: 'e', of: [] }, rows[0]])
  expect(asked).toEqual(['e'])
})

test('what is there is given without a promise, and so is what follows from it', async () => {
  const context = { caller: {} as Caller, loaders: new Map(), turns: new Turns() }
  const load = async (keys: readonly string[]) => keys.map((id) => rows.find((row) => row.id === id) ?? null)
  const row = (id: string) => loadOne(context, 'rows', id, load)
  const [first, none] = [row('a'), row('e')]
  expect([first, none].every((value) => value instanceof Promise)).toBe(true)
  expect(await goOn(allOf([first, none]), (found) => found)).toEqual([rows[1], null])
  expect(goOn(allOf([row('a'), row('e')]), (found) => found.map((value) => value?.id))).toEqual(['a', undefined])
  expect(await goOn(allOf([row('a'), row('b')]), (found) => found.map((value) => value?.id))).toEqual(['a', 'b'])
})
