import { PassThrough } from 'node:stream'
import { StreamableFile } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'

const LINES = 'application/x-ndjson'
/** Told so often at most. */
const STEPS = 100

/** Whether whoever sends a list wants to be told how far it is. */
export function wantsProgress({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers.accept === LINES
}

/**
 * Answers at once, then line by line how many of the rows are kept; the last line says what became of all.
 * The work goes on when nobody listens any more.
 */
export function toldAsItGoes(
  of: number,
  work: (kept: (count: number) => void) => Promise<object>,
  failed: (error: unknown) => object,
): StreamableFile {
  const lines = new PassThrough()
  const each = Math.ceil(of / STEPS)
  const tell = (line: object) => {
    if (!lines.destroyed) lines.write(`${JSON.stringify(line)}\n`)
  }
  tell({ kept: 0, of })
  void work((kept) => {
    if (kept % each === 0) tell({ kept, of })
  })
    .then(tell, (error: unknown) => tell(failed(error)))
    .finally(() => lines.end())
  return new StreamableFile(lines, { type: LINES })
}
