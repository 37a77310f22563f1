import { Readable } from 'node:stream'
import { Injectable, StreamableFile } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Calendar, Callers, checkRight, languageOf, Rejected, type Caller } from '@sizhang/service-kit'
import type { Verb } from '@sizhang/service-kit/rights'
import type { FastifyRequest } from 'fastify'
import { dayOf } from '../areas/areas.domain'
import { AreasStore } from '../areas/areas.store'
import type { ListFile } from './list-file'

/** What the address of an export says. */
export interface ExportAsked {
  within?: AreaCode | undefined
  on?: LocalDate | undefined
  language?: string | undefined
}

/** Who asks for a list, within which area, and the day it is asked for. */
export interface Exporting {
  caller: Caller
  within: AreaCode | undefined
  day: LocalDate
}

/** Gives lists out, as the files that an import takes. */
@Injectable()
export class ListExports {
  constructor(
    private readonly callers: Callers,
    private readonly areas: AreasStore,
    private readonly calendar: Calendar,
  ) {}

  /**
   * A list as it is sent while it is read. Refused without the right, and for an area that is none.
   * @param name what the file is called
   */
  async list(
    request: FastifyRequest,
    right: Verb,
    asked: ExportAsked,
    { name, lines }: { name: string; lines: (exporting: Exporting) => AsyncIterable<string> },
  ): Promise<StreamableFile> {
    const { within } = asked
    const exporting = await this.exporting(request, right, asked)
    return csvFile(lines(exporting), `${name}${within ? `-${within}` : ''}.csv`)
  }

  /** A file with the columns alone, to be filled in. */
  async template<Column extends string>(
    request: FastifyRequest,
    right: Verb,
    language: string | undefined,
    { file, name }: { file: ListFile<Column>; name: string },
  ): Promise<StreamableFile> {
    const { caller } = await this.exporting(request, right, { language })
    return csvFile([file.head(caller.language)], `${name}-template.csv`)
  }

  /** A file is in the language that its address says: a browser sends its own with what it downloads. */
  private async exporting(request: FastifyRequest, right: Verb, { within, on, language }: ExportAsked): Promise<Exporting> {
    const called = await this.callers.of(request)
    const caller = language === undefined ? called : { ...called, language: languageOf(language) }
    checkRight(caller, right, this.calendar.today())
    if (within && !(await this.areas.find(caller, within))) throw new Rejected('NOT_FOUND', { field: 'within', value: within })
    return { caller, within, day: dayOf(on) ?? this.calendar.today() }
  }
}

/** An answer that is saved as a file. */
function csvFile(lines: Iterable<string> | AsyncIterable<string>, name: string): StreamableFile {
  return new StreamableFile(Readable.from(lines), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` })
}
