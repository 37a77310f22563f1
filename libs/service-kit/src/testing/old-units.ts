import type { mongo } from 'mongoose'
import type { Change } from '../migrations/change'
import type { Migration, Position, Progress } from '../migrations/migration'
import { eachBatch } from '../migrations/each-batch'

/** A unit that names its area, as it once was, or its place, as it is to be. */
export interface MovingUnit {
  _id: string
  version: number
  area?: string
  place?: { area: string }
  /** How often it was changed. */
  times?: number
  log: { seq: number }
}

/** The units of a database. */
export function unitsOf(db: mongo.Db): mongo.Collection<MovingUnit> {
  return db.collection<MovingUnit>('units')
}

/** Puts units of the old shape into a database: `unit-00000` and so on. */
export async function fillWithOldUnits(db: mongo.Db, count: number): Promise<void> {
  const idOf = (place: number) => `unit-${String(place).padStart(5, '0')}`
  const old = Array.from({ length: count }, (_, place) => ({ _id: idOf(place), version: 1, area: '3202', log: { seq: 1 } }))
  await unitsOf(db).insertMany(old)
}

/** Gives a unit its place, and counts that it did. */
export const areaIntoPlace: Change = {
  old: { place: { $exists: false } },
  fields: ({ area, times = 0 }: { area?: string; times?: number }) => ({ area: undefined, place: { area }, times: times + 1 }),
}

/** The migration that does so, or another under its name. */
export function moveAreas(
  run: Migration['run'] = (database, progress) => eachBatch(database.collection('units'), progress, areaIntoPlace),
): Migration {
  return { number: 1, name: 'areas into places', run }
}

/** Progress that no database keeps, with something to do before each write. */
export function progressInMemory(beforeWrite: () => Promise<unknown> = () => Promise.resolve()): Progress & { changed: number } {
  let from: Position | undefined
  return {
    changed: 0,
    get from() {
      return from
    },
    mayWrite: async () => void (await beforeWrite()),
    reached(position, changed) {
      from = position
      this.changed += changed
      return Promise.resolve()
    },
  }
}
