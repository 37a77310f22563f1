import { randomUUID } from 'node:crypto'
import { Controller, Post, Req } from '@nestjs/common'
import type { AreaCode } from '@sizhang/contracts'
import { Calendar, Callers, checkRight, refusalText, Rejected, type Caller } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { checkAreaList, type AreaRow, type RowProblem } from './areas.domain'
import { readAreaFile, type AreaFile } from './areas.file'
import { AreasStore } from './areas.store'

/** What an import answers: rows read, areas that are new, rows that were in the list already. */
export interface AreasImported {
  read: number
  established: number
  unchanged: number
  encoding: 'UTF-8' | 'GBK'
}

const MOST_PROBLEMS = 200

/** `POST /files/areas`: a list of areas as CSV, checked whole and then applied; the same file again changes nothing. */
@Controller('files/areas')
export class AreasImport {
  constructor(
    private readonly callers: Callers,
    private readonly areas: AreasStore,
    private readonly calendar: Calendar,
  ) {}

  @Post()
  async importAreas(@Req() request: FastifyRequest): Promise<AreasImported> {
    const caller = await this.callers.of(request)
    checkRight(caller, 'areas.write', this.calendar.today())
    const { rows, encoding, letters } = await readAreaFile(request.body, request.headers['content-type'])
    const { known, borne } = await this.areas.inList(caller, codesIn(rows), this.calendar.today())
    const { fresh, unchanged, problems } = checkAreaList(rows, known, borne)
    refuseProblems(problems, letters, caller)
    const established = await this.areas.establish(caller, { commandId: randomUUID(), name: 'importAreas', input: {} }, fresh)
    return { read: rows.length, established, unchanged, encoding }
  }
}

/** Refuses a list with a wrong row, and names the first of them as a spreadsheet does. */
export function refuseProblems(problems: readonly RowProblem[], letters: AreaFile['letters'], caller: Caller): void {
  if (problems.length === 0) return
  const rows = problems.slice(0, MOST_PROBLEMS).map((problem) => told(problem, letters, caller))
  throw new Rejected('IMPORT_REFUSED', { field: 'file', count: problems.length, rows })
}

/** Every code that a list speaks of. */
function codesIn(rows: readonly AreaRow[]): AreaCode[] {
  return [...new Set(rows.flatMap(({ code, parent_code: parent }) => [code, parent]))]
}

/** A refused row, with its cells as a spreadsheet names them: row 8, columns B, E. */
function told({ line, refusal: { code, details } }: RowProblem, letters: AreaFile['letters'], caller: Caller): object {
  const { field = '', value } = details
  const columns = field.split(',').map((name) => letters[name as keyof typeof letters])
  return { line, columns, field, value, ...refusalText(code, details, caller.language) }
}
