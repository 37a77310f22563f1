import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { conditionsOn } from '../conditions/conditions.domain'
import { ConditionsStore } from '../conditions/conditions.store'
import { ListExports, type ExportAsked, type Exporting } from '../list-import/list-exports'
import { UnitsNamed } from '../list-import/units-named'
import { CONDITION_FILE } from './condition-file'
import { rowOfNote } from './condition-rows.domain'

/** `GET /files/conditions?within=320205&on=2025-06-30&language=zh`: what units have on a day, as the CSV that an import takes; what is not known has no row. */
@Controller('files/conditions')
export class ConditionsExport {
  constructor(
    private readonly exports: ListExports,
    private readonly conditions: ConditionsStore,
    private readonly named: UnitsNamed,
  ) {}

  @Get()
  exportConditions(@Req() request: FastifyRequest, @Query() asked: ExportAsked): Promise<StreamableFile> {
    return this.exports.list(request, 'conditions.read', asked, { name: 'conditions', lines: (exporting) => this.lines(exporting) })
  }

  /** `GET /files/conditions/template`: a file with the columns alone, to be filled in. */
  @Get('template')
  template(@Req() request: FastifyRequest, @Query('language') language?: string): Promise<StreamableFile> {
    return this.exports.template(request, 'conditions.write', language, { file: CONDITION_FILE, name: 'conditions' })
  }

  private async *lines({ caller, within, day }: Exporting): AsyncGenerator<string> {
    yield CONDITION_FILE.head(caller.language)
    for await (const heap of await this.conditions.heaps(caller, within)) {
      const name = await this.named.namesOf(
        caller,
        heap.map(({ unitId }) => unitId),
        day,
      )
      const rows = heap.flatMap((conditions) =>
        conditionsOn(conditions, day).flatMap(({ kind, note }) =>
          note && name(conditions.unitId) !== '' ? [rowOfNote(name(conditions.unitId), kind, note, caller.language)] : [],
        ),
      )
      yield CONDITION_FILE.lines(rows)
    }
  }
}
