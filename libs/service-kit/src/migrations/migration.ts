import type { mongo } from 'mongoose'

/** How far a migration is, in values of its own choice that BSON can hold. */
export type Position = Readonly<Record<string, unknown>>

/** What a running migration is given: where to begin, and its right to write. */
export interface Progress {
  /** The position that was stored last, by whichever instance; undefined when there is none yet. */
  readonly from: Position | undefined
  /** To be awaited right before each write. Rejects when another instance has taken over or the service is to stop: then nothing more may be written. */
  mayWrite(): Promise<void>
  /** Stores a position, and how many documents were changed since the one before. Rejects as `mayWrite` does, and then stores nothing. */
  reached(position: Position, changed: number): Promise<void>
}

/**
 * One step of a service's documents from the shape that one release knows to the shape that the next one knows. Forward only: the way back
 * is a backup. A step that was released is never changed; a mistake is mended by the next number.
 *
 * `run` may be killed between any two writes and is then called again, on any instance, with the position that was stored last: it works in
 * batches by `_id`, and **each batch must be safe to repeat**. `eachBatch` is made so. It changes aggregates without a fact, so it may change
 * only what no fact tells; and never read models, which are rebuilt.
 */
export interface Migration {
  number: number
  /** What it does, in a few words, for the log. */
  name: string
  run(database: mongo.Db, progress: Progress): Promise<void>
}

/** Migrations are numbered 1, 2, 3 … in the order in which they are declared. Throws with the first that is not: a gap, a number given twice, a wrong order. */
export function checkNumbers(migrations: readonly Migration[]): void {
  for (const [place, { number, name }] of migrations.entries())
    if (number !== place + 1)
      throw new Error(`migrations are numbered 1, 2, 3 … without a gap: “${name}” is ${number} and stands where ${place + 1} belongs`)
}

/** What a database is at: the last migration that is done, and the one that was begun. */
export interface Standing {
  number: number
  running?: { number: number }
}

/** What a database still needs, in order; undefined when it has begun one that this release does not know: a newer one was here. */
export function outstanding(migrations: readonly Migration[], { number, running }: Standing): readonly Migration[] | undefined {
  return (running?.number ?? number) > migrations.length ? undefined : migrations.slice(number)
}
