import type { mongo } from 'mongoose'

/** What the parts of a read model need of a database. */
export type Collections = Pick<mongo.Db, 'collection'>

/** What a service keeps of its read models beside them: how far they are, and what stands aside. Each generation has its own. */
export const KEPT_WITH_READ_MODELS: readonly string[] = ['positions', 'parked', 'parked_waiting']

/** The name of a collection in a generation of the read models: the first has the plain names, the third `units.2`. */
export function nameIn(generation: number, collection: string): string {
  return generation === 0 ? collection : `${collection}.${generation}`
}

/** A collection's plain name and its generation. */
export function generationOf(name: string): { plain: string; generation: number } {
  const [, plain = name, generation = '0'] = /^(.*)\.(\d+)$/.exec(name) ?? []
  return { plain, generation: Number(generation) }
}

/** Collections by name, made once: the driver makes a new one each time that it is asked, a thirtieth of the time of following a fact. */
const made = new WeakMap<mongo.Db, Map<string, mongo.Collection>>()

/** A database as a generation of the read models sees it. */
export function inGeneration(db: mongo.Db, generation: number): Collections {
  const known = made.get(db) ?? new Map<string, mongo.Collection>()
  made.set(db, known)
  return {
    collection: <Schema extends mongo.Document>(plain: string) => {
      const name = nameIn(generation, plain)
      const collection = known.get(name) ?? db.collection(name)
      known.set(name, collection)
      return collection as unknown as mongo.Collection<Schema>
    },
  }
}
