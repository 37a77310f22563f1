import { setImmediate as othersAnswered } from 'node:timers/promises'
import { Inject, Injectable, type StreamableFile } from '@nestjs/common'
import {
  Calendar,
  Callers,
  checkRight,
  LOGGER,
  refusalExtensions,
  refusalOf,
  refusalText,
  Rejected,
  type Caller,
  type Logger,
} from '@sizhang/service-kit'
import { refuseRows, toldRows } from '@sizhang/service-kit/files'
import type { Verb } from '@sizhang/service-kit/rights'
import type { FastifyRequest } from 'fastify'
import type { WrittenRow } from './cells.domain'
import type { CheckedRows, RowList } from './checked-rows.domain'
import type { ListFile } from './list-file'
import { toldAsItGoes, wantsProgress } from './progress'

/** What makes one kind of list another than the next. */
export interface ListKind<Column extends string, Fresh extends { line: number }> {
  file: ListFile<Column>
  /** The rights that its commands ask for; row by row the list asks where they reach. */
  rights: readonly Verb[]
  /** A list that takes the rows, with all that they have to be checked against. */
  list: (caller: Caller, rows: readonly WrittenRow<Column>[]) => Promise<RowList<WrittenRow<Column>, Fresh>>
  /** What would come of it, in numbers. */
  counts: (fresh: readonly Fresh[]) => Record<string, number>
  /** What of a row is shown before it is kept. */
  preview: (fresh: Fresh, caller: Caller) => object
  /** Keeps rows, some of a file; says of each when it is kept. */
  keep: (caller: Caller, fresh: readonly [Fresh, ...Fresh[]], kept: (fresh: Fresh) => void) => Promise<void>
}

/** So many are checked at once, and kept by what was known at one time. */
const PIECE = 100
const PREVIEWED = 20

/** Takes lists in: each is checked whole, and kept only when nothing in it is wrong; the same file again changes nothing. */
@Injectable()
export class ListImports {
  constructor(
    private readonly callers: Callers,
    private readonly calendar: Calendar,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Answers what came of a list. A dry run keeps nothing, and answers the same with every wrong cell and the first rows that would be kept.
   * Whoever takes `application/x-ndjson` is told meanwhile how many rows are kept.
   */
  async take<Column extends string, Fresh extends { line: number }>(
    request: FastifyRequest,
    dryRun: string,
    kind: ListKind<Column, Fresh>,
  ): Promise<object | StreamableFile> {
    if (dryRun !== 'true' && dryRun !== 'false') throw new Rejected('VALUE_INVALID', { field: 'dryRun', value: dryRun, type: 'Boolean' })
    const caller = await this.callers.of(request)
    for (const right of kind.rights) checkRight(caller, right, this.calendar.today())
    const { rows, encoding, letters } = await kind.file.read(request)
    const checked = await checkedOf(await kind.list(caller, rows), rows)
    const { fresh, unchanged, problems } = checked
    const told = { read: rows.length, ...kind.counts(fresh), unchanged, encoding }
    if (dryRun === 'true') return { ...told, ...detailsOf(checked, letters, caller, kind) }
    refuseRows(problems, letters, caller.language)
    const work = async (kept: (count: number) => void) => {
      await carryOut(caller, fresh, kind, kept)
      return told
    }
    if (!wantsProgress(request)) return work(() => undefined)
    return toldAsItGoes(fresh.length, work, (error) => this.failed(error, request, caller))
  }

  /** What the last line says of a refusal; of a fault, as the filter of routes does, no more than the trace. */
  private failed(error: unknown, { id: traceId }: FastifyRequest, { language }: Caller): object {
    const refusal = refusalOf(error)
    if (!refusal) {
      this.logger.error({ err: error, traceId }, 'fault in an import')
      return { error: { code: 'INTERNAL', traceId } }
    }
    const { message, extensions } = refusalExtensions(refusal, language)
    return { error: { message, ...extensions } }
  }
}

async function checkedOf<Row, Fresh extends { line: number }>(
  list: RowList<Row, Fresh>,
  rows: readonly Row[],
): Promise<CheckedRows<Fresh>> {
  for (const [place, row] of rows.entries()) {
    list.take(row)
    if (place % PIECE === PIECE - 1) await othersAnswered()
  }
  return list.checked
}

/** Each row is a command whose id follows from it: after a crash the same file goes on where it stopped. */
async function carryOut<Column extends string, Fresh extends { line: number }>(
  caller: Caller,
  fresh: readonly Fresh[],
  kind: ListKind<Column, Fresh>,
  told: (count: number) => void,
): Promise<void> {
  const kept = new Set<Fresh>()
  try {
    for (let from = 0; from < fresh.length; from += PIECE) {
      const [first, ...others] = fresh.slice(from, from + PIECE)
      if (first) await kind.keep(caller, [first, ...others], (row) => told(kept.add(row).size))
    }
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    const { message: reason } = refusalText(error.code, error.details, caller.language)
    const line = fresh.find((row) => !kept.has(row))?.line
    throw new Rejected('IMPORT_STOPPED', { field: 'file', line, reason, count: kept.size })
  }
}

function detailsOf<Column extends string, Fresh extends { line: number }>(
  { fresh, problems }: CheckedRows<Fresh>,
  letters: Record<string, string>,
  caller: Caller,
  kind: ListKind<Column, Fresh>,
) {
  return {
    wrong: new Set(problems.map(({ line }) => line)).size,
    refused: { count: problems.length, rows: toldRows(problems, letters, caller.language) },
    preview: fresh.slice(0, PREVIEWED).map((row) => kind.preview(row, caller)),
  }
}
