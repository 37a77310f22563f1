import { randomUUID } from 'node:crypto'
import { Controller, Post, Req } from '@nestjs/common'
import type { AreaCode } from '@sizhang/contracts'
import { Calendar, Callers, checkRight } from '@sizhang/service-kit'
import { refuseRows } from '@sizhang/service-kit/files'
import type { FastifyRequest } from 'fastify'
import { checkAreaList, type AreaRow } from './areas.domain'
import { readAreaFile } from './areas.file'
import { AreasStore } from './areas.store'

/** What an import answers: rows read, areas that are new, rows that were in the list already. */
export interface AreasImported {
  read: number
  established: number
  unchanged: number
  encoding: 'UTF-8' | 'GBK'
}

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
    refuseRows(problems, letters, caller.language)
    const established = await this.areas.establish(caller, { commandId: randomUUID(), name: 'importAreas', input: {} }, fresh)
    return { read: rows.length, established, unchanged, encoding }
  }
}

/** Every code that a list speaks of. */
function codesIn(rows: readonly AreaRow[]): AreaCode[] {
  return [...new Set(rows.flatMap(({ code, parent_code: parent }) => [code, parent]))]
}
