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

/** A database as a generation of the read models sees it. */
export function inGeneration(db: mongo.Db, generation: number): Collections {
  return { collection: <Schema extends mongo.Document>(name: string) => db.collection<Schema>(nameIn(generation, name)) }
}
