import { Readable } from 'node:stream'
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Calendar, Callers, Rejected } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { dayOf, levelOf, rowOfArea, type Area } from './areas.domain'
import { headOfAreaFile, rowsOfAreaFile } from './areas.file'
import { AreasStore } from './areas.store'

/** `GET /files/areas?within=320205&level=town&on=2025-06-30`: the areas of a day as the CSV that an import takes, by code, sent while they are read. */
@Controller('files/areas')
export class AreasExport {
  constructor(
    private readonly callers: Callers,
    private readonly areas: AreasStore,
    private readonly calendar: Calendar,
  ) {}

  @Get()
  async exportAreas(
    @Req() request: FastifyRequest,
    @Query('within') within?: AreaCode,
    @Query('level') level?: string,
    @Query('on') on?: LocalDate,
  ): Promise<StreamableFile> {
    const caller = await this.callers.of(request)
    if (within && !(await this.areas.find(caller, within))) throw new Rejected('NOT_FOUND', { field: 'within', value: within })
    const filter = { within, level: level === undefined ? undefined : levelOf(level), on: dayOf(on) ?? this.calendar.today() }
    const disposition = `attachment; filename="areas${within ? `-${within}` : ''}.csv"`
    return new StreamableFile(Readable.from(linesOf(await this.areas.heaps(caller, filter))), {
      type: 'text/csv; charset=utf-8',
      disposition,
    })
  }
}

async function* linesOf(heaps: AsyncIterable<Area[]>): AsyncGenerator<string> {
  yield headOfAreaFile()
  for await (const heap of heaps) yield rowsOfAreaFile(heap.map(rowOfArea))
}
