import { createLogger, Database } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { Holds, type Held } from './holds.store'

const names = freshNames()
let database: Database
let holds: Holds

beforeAll(async () => {
  database = new Database(engines().mongoUri, `${names.databasePrefix}holds`, createLogger('holds-test', 'silent'))
  await database.open(() => Promise.resolve())
  holds = new Holds(database)
})
afterAll(async () => {
  await database.close()
  await names.drop()
})

const kept = () => database.connection.collection('unit_holds').find({}).sort({ _id: 1 }).toArray()
const during = <Done>(command: string, held: Held, work: () => Promise<Done>) => holds.during(command, () => Promise.resolve(held), work)

/** A work that ends when it is told to. */
function work() {
  let end: () => void = () => undefined
  let began = false
  const ended = new Promise<void>((resolve) => (end = resolve))
  return {
    end: () => end(),
    began: () => Promise.resolve(began),
    run: () => {
      began = true
      return ended
    },
  }
}

test('several units are held by several commands at once, each puts something under them; nothing is left of it', async () => {
  const [one, other] = [work(), work()]
  const both = [during('one', { shared: ['a', 'b', 'c'] }, one.run), during('other', { shared: ['c', 'b', 'd'] }, other.run)]
  await until(one.began)
  await until(other.began)
  expect((await kept()).map(({ _id, shared }) => [String(_id), (shared as object[]).length])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 2],
    ['d', 1],
  ])
  one.end()
  other.end()
  await Promise.all(both)
  expect(await kept()).toEqual(['a', 'b', 'c', 'd'].map((_id) => ({ _id, shared: [] })))
})

test('while another holds one of several units none of the others is kept from anybody; then all are had', async () => {
  const [first, second] = [work(), work()]
  const blocking = during('first', { alone: ['m'] }, first.run)
  await until(first.began)
  const waiting = during('second', { shared: ['k', 'm', 'z'] }, second.run)
  // Of what comes after the unit that it waits for it holds nothing: another may have that alone.
  await until(async () => (await kept()).some(({ _id, shared }) => String(_id) === 'k' && (shared as object[]).length === 1))
  expect(await during('third', { alone: ['z'] }, () => Promise.resolve('had'))).toBe('had')
  expect(await second.began()).toBe(false)
  first.end()
  await until(second.began)
  second.end()
  await Promise.all([blocking, waiting])
  expect((await kept()).every(({ alone, shared }) => alone === undefined && (shared as object[]).length === 0)).toBe(true)
})

test('of many who hold crossing units alone each has its turn, and no two have one unit', async () => {
  const units = ['p', 'q', 'r', 's']
  const holders = new Map(units.map((unit) => [unit, 0]))
  const most: number[] = []
  const turn = (place: number) => {
    const mine = [units[place % 4], units[(place * 3 + 1) % 4]].flatMap((unit) => unit ?? [])
    return during(`command ${place}`, { alone: mine }, async () => {
      for (const unit of new Set(mine)) holders.set(unit, (holders.get(unit) ?? 0) + 1)
      most.push(...holders.values())
      await kept()
      for (const unit of new Set(mine)) holders.set(unit, (holders.get(unit) ?? 0) - 1)
    })
  }
  await Promise.all(Array.from({ length: 12 }, (_, place) => turn(place)))
  expect(Math.max(...most)).toBe(1)
  expect((await kept()).every(({ alone }) => alone === undefined)).toBe(true)
})
