import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { coverOn } from '../covered-employers/covered-employers.domain'
import { EmployersStore } from '../employers/employers.store'
import { ListExports, type ExportAsked, type Exporting } from '../list-import/list-exports'
import { UnitsNamed } from '../list-import/units-named'
import { COVER_FILE } from './cover-file'
import { rowOfCover } from './cover-rows.domain'
import { CoversKnownByFile } from './covers-known'

/** `GET /files/covered-employers?within=320205&on=2025-06-30&language=zh`: the employers that are covered on a day, as the CSV that an import takes. */
@Controller('files/covered-employers')
export class CoversExport {
  constructor(
    private readonly exports: ListExports,
    private readonly employers: EmployersStore,
    private readonly named: UnitsNamed,
    private readonly known: CoversKnownByFile,
  ) {}

  @Get()
  exportCovers(@Req() request: FastifyRequest, @Query() asked: ExportAsked): Promise<StreamableFile> {
    return this.exports.list(request, 'employers.read', asked, {
      name: 'covered-employers',
      lines: (exporting) => this.lines(exporting),
    })
  }

  /** `GET /files/covered-employers/template`: a file with the columns alone, to be filled in. */
  @Get('template')
  template(@Req() request: FastifyRequest, @Query('language') language?: string): Promise<StreamableFile> {
    return this.exports.template(request, 'units.write', language, { file: COVER_FILE, name: 'covered-employers' })
  }

  /** Without those of units beyond the reader's reach: of such a unit no name is told, and no row could do without. */
  private async *lines({ caller, within, day }: Exporting): AsyncGenerator<string> {
    const words = this.known.words(caller)
    yield COVER_FILE.head(caller.language)
    for await (const heap of await this.employers.heaps(caller, { within, covered: true, on: day })) {
      const covered = heap.flatMap((employer) => {
        const cover = coverOn(employer, day)
        return cover ? [{ employer, cover }] : []
      })
      const name = await this.named.namesOf(
        caller,
        covered.map(({ cover }) => cover.unitId),
        day,
      )
      const told = covered.filter(({ cover }) => name(cover.unitId) !== '')
      yield COVER_FILE.lines(told.map(({ employer, cover }) => rowOfCover(name(cover.unitId), employer, cover, words)))
    }
  }
}
