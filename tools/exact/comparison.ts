import { setTimeout as wait } from 'node:timers/promises'
import { generationOf, GIVEN_AGAIN, KEPT_WITH_READ_MODELS, nameIn, PARKED_DISCARDED, SUCCESSION_COLLECTIONS } from '@sizhang/messaging'
import { AUDIT } from '@sizhang/service-kit'
import mongoose, { type Connection } from 'mongoose'
import { Checksum } from './checksum'
import { aggregatesIn } from './states'

/** Read models: a database, and which generation of those in it. */
export interface Copy {
  database: Connection
  generation: number
}

/** What the comparison of a service's read models came to. */
export interface Compared {
  documents: number
  checksum: string
  /** Documents that changed whenever they were looked at. */
  moving: number
  /** Documents that stand still and differ. */
  different: number
  /** The first of them. */
  findings: string[]
}

/** Not made from facts alone: who else writes them is asked elsewhere. */
const KEPT_OTHERWISE = [
  ...KEPT_WITH_READ_MODELS,
  ...SUCCESSION_COLLECTIONS,
  GIVEN_AGAIN,
  PARKED_DISCARDED,
  'migrations',
  AUDIT,
  'accounts',
  'sessions',
  'sign_in_attempts',
  'known_addresses',
  'retention_runs',
  'resealing',
  'paper_pieces',
  'unit_holds',
]
const LOOKS = 10
const BETWEEN_LOOKS_MS = 1_000
const MOST_FINDINGS = 10

interface Document {
  _id: string
}

/** One document here and there, as text; undefined where it is missing. */
type Pair = [live: string | undefined, built: string | undefined]

/**
 * Compares read models with those that were built anew from the log, document by document. Both may go on: what differs is looked at
 * again, and counts when it stands still and differs.
 * @param leftOut read models that are not looked at
 */
export async function compareReadModels(live: Copy, built: Copy, leftOut: readonly string[] = []): Promise<Compared> {
  const compared: Compared = { documents: 0, checksum: '', moving: 0, different: 0, findings: [] }
  const checksum = new Checksum()
  const count = (name: string, id: string, text: string) => {
    compared.documents += 1
    checksum.add(`${name} ${id} ${text}`)
  }
  for (const name of await readModelsIn(live, built, leftOut)) {
    const unequal = new Map<string, Pair>()
    for await (const [id, pair] of pairs(live, built, name)) {
      if (pair[0] === pair[1]) count(name, id, String(pair[1]))
      else unequal.set(id, pair)
    }
    const { settled, moving, differences } = await lookAgain(live, built, name, unequal)
    for (const [id, text] of settled) count(name, id, text)
    compared.moving += moving
    compared.different += differences.length
    compared.findings.push(...differences.slice(0, MOST_FINDINGS))
  }
  return { ...compared, checksum: checksum.toString(), findings: compared.findings.slice(0, MOST_FINDINGS) }
}

/** The plain names of what was built. */
async function readModelsIn(live: Copy, built: Copy, leftOut: readonly string[]): Promise<string[]> {
  const others = new Set([...(await aggregatesIn(live.database)), ...KEPT_OTHERWISE, ...leftOut])
  const there = (await built.database.listCollections()).map(({ name }) => generationOf(name))
  return there.filter(({ plain, generation }) => generation === built.generation && !others.has(plain)).map(({ plain }) => plain)
}

function collectionIn({ database, generation }: Copy, name: string) {
  return database.collection<Document>(nameIn(generation, name))
}

/** The documents of both, side by side in the order of their ids, so that nothing need be kept in memory. */
async function* pairs(live: Copy, built: Copy, name: string): AsyncGenerator<[string, Pair]> {
  const [here, there] = [live, built].map((copy) => collectionIn(copy, name).find({}, { sort: { _id: 1 } }))
  if (!here || !there) return
  let [one, other] = await Promise.all([here.next(), there.next()])
  while (one || other) {
    const id = !other || (one && one._id <= other._id) ? String(one?._id) : other._id
    const [mine, its] = [one?._id === id ? one : null, other?._id === id ? other : null]
    yield [id, [mine ? textOf(mine) : undefined, its ? textOf(its) : undefined]]
    if (mine) one = await here.next()
    if (its) other = await there.next()
  }
}

interface Again {
  settled: Map<string, string>
  moving: number
  differences: string[]
}

/** Looks at documents again until they are equal, at most ten seconds. */
async function lookAgain(live: Copy, built: Copy, name: string, unequal: Map<string, Pair>): Promise<Again> {
  const settled = new Map<string, string>()
  let moved = new Set<string>()
  for (let looks = 0; unequal.size > 0 && looks < LOOKS; looks += 1) {
    await wait(BETWEEN_LOOKS_MS)
    moved = new Set()
    for (const [id, before] of [...unequal].slice(0, 1_000)) {
      const [mine, its] = await Promise.all([live, built].map((copy) => documentIn(copy, name, id)))
      if (mine !== undefined && mine === its) settled.set(id, mine)
      if (mine === its) unequal.delete(id)
      else unequal.set(id, [mine, its])
      if (mine !== before[0] || its !== before[1]) moved.add(id)
    }
  }
  const still = [...unequal].filter(([id]) => !moved.has(id))
  return {
    settled,
    moving: unequal.size - still.length,
    differences: still.map(([id, pair]) => difference(`${live.database.name}.${name} ${id}`, pair)),
  }
}

async function documentIn(copy: Copy, name: string, id: string): Promise<string | undefined> {
  const found = await collectionIn(copy, name).findOne({ _id: id })
  return found ? textOf(found) : undefined
}

function difference(place: string, [mine, its]: Pair): string {
  if (mine === undefined) return `${place} 缺少，日志中有 is missing, the log has it`
  if (its === undefined) return `${place} 不在日志中 is in no record of the log`
  const [field, here, there] = firstDifference('', JSON.parse(mine), JSON.parse(its))
  return `${place} 字段 field ${field}: 读模型为 the read model has ${here}，按日志应为 the log says ${there}`
}

function firstDifference(path: string, one: unknown, other: unknown): [string, string, string] {
  if (isObject(one) && isObject(other))
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
      if (JSON.stringify(one[name]) !== JSON.stringify(other[name]))
        return firstDifference(path === '' ? name : `${path}.${name}`, one[name], other[name])
  return [path, JSON.stringify(one) ?? '—', JSON.stringify(other) ?? '—']
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function textOf(document: Document): string {
  return JSON.stringify(inOrder(JSON.parse(mongoose.mongo.BSON.EJSON.stringify(document))))
}

/** The order of fields tells nothing: several facts may have been folded into one write. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, inOrder(part)]),
  )
}
