import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common'
import { Rejected } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { ListExports, type ExportAsked, type Exporting } from '../list-import/list-exports'
import { UnitsNamed } from '../list-import/units-named'
import { parentOn } from '../moves/moves.domain'
import { unitTypeOf, unitTypes } from '../units/unit-types.domain'
import { UnitsStore } from '../units/units.store'
import { UNIT_FILE } from './unit-file'
import { rowOfUnit } from './unit-rows.domain'

/** `GET /files/units?within=320205&type=TOWN&on=2025-06-30&language=zh`: the units of a day as the CSV that an import takes, what stands above first. */
@Controller('files/units')
export class UnitsExport {
  constructor(
    private readonly exports: ListExports,
    private readonly units: UnitsStore,
    private readonly named: UnitsNamed,
  ) {}

  @Get()
  async exportUnits(@Req() request: FastifyRequest, @Query() { type, ...asked }: ExportAsked & { type?: string }): Promise<StreamableFile> {
    if (type !== undefined && !unitTypeOf(type)) throw new Rejected('UNIT_TYPE_UNKNOWN', { field: 'type', value: type })
    const types = fromTheTop().filter((code) => type === undefined || code === type)
    return this.exports.list(request, 'units.read', asked, { name: 'units', lines: (exporting) => this.lines(exporting, types) })
  }

  /** `GET /files/units/template`: a file with the columns alone, to be filled in. */
  @Get('template')
  template(@Req() request: FastifyRequest, @Query('language') language?: string): Promise<StreamableFile> {
    return this.exports.template(request, 'units.write', language, { file: UNIT_FILE, name: 'units' })
  }

  private async *lines({ caller, within, day }: Exporting, types: readonly string[]): AsyncGenerator<string> {
    yield UNIT_FILE.head(caller.language)
    for (const type of types)
      for await (const heap of await this.units.heaps(caller, { within, type, on: day })) {
        const ids = heap.flatMap((unit) => [parentOn(unit, day) ?? [], unit.hostId ?? []].flat())
        const name = await this.named.namesOf(caller, ids, day)
        yield UNIT_FILE.lines(heap.map((unit) => rowOfUnit(unit, { day, name, language: caller.language })))
      }
  }
}

/** Types of unit, each behind all that it may stand under. */
function fromTheTop(): string[] {
  const ordered = new Set<string>()
  const put = (code: string) => {
    for (const above of unitTypeOf(code)?.allowedParents ?? []) put(above)
    ordered.add(code)
  }
  for (const { code } of unitTypes()) put(code)
  return [...ordered]
}
