import { randomUUID } from 'node:crypto'
import { Controller, Post, Req } from '@nestjs/common'
import { Callers, refusalText, Rejected, type Caller } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { checkAreaList, type RowProblem } from './areas.domain'
import { readAreaFile } from './areas.file'
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
  ) {}

  @Post()
  async importAreas(@Req() request: FastifyRequest): Promise<AreasImported> {
    const caller = await this.callers.of(request)
    const { rows, encoding } = await readAreaFile(request.body as AsyncIterable<Buffer>)
    const { fresh, unchanged, problems } = checkAreaList(rows, await this.areas.all(caller))
    if (problems.length > 0) throw new Rejected('IMPORT_REFUSED', { field: 'file', count: problems.length, rows: told(problems, caller) })
    const established = await this.areas.establish(caller, { commandId: randomUUID(), name: 'importAreas', input: {} }, fresh)
    return { read: rows.length, established, unchanged, encoding }
  }
}

function told(problems: readonly RowProblem[], caller: Caller): object[] {
  return problems.slice(0, MOST_PROBLEMS).map(({ line, refusal }) => ({
    line,
    field: refusal.details.field,
    value: refusal.details.value,
    ...refusalText(refusal.code, refusal.details, caller.language),
  }))
}
