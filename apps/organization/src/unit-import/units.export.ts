import { Readable } from 'node:stream'
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Calendar, Callers, checkRight, languageOf, Rejected, type Caller, type Stored } from '@sizhang/service-kit'
import { inForce } from '@sizhang/service-kit/rules'
import type { FastifyRequest } from 'fastify'
import { dayOf } from '../areas/areas.domain'
import { AreasStore } from '../areas/areas.store'
import { parentOn } from '../moves/moves.domain'
import { nameOn } from '../renamings/renamings.domain'
import { unitTypeOf, unitTypes } from '../units/unit-types.domain'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { headOfUnitFile, rowsOfUnitFile } from './unit-file'
import { rowOfUnit } from './unit-rows.domain'

/** `GET /files/units?within=320205&type=TOWN&on=2025-06-30&language=zh`: the units of a day as the CSV that an import takes, what stands above first. */
@Controller('files/units')
export class UnitsExport {
  constructor(
    private readonly callers: Callers,
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
    private readonly calendar: Calendar,
  ) {}

  @Get()
  async exportUnits(
    @Req() request: FastifyRequest,
    @Query('within') within?: AreaCode,
    @Query('type') type?: string,
    @Query('on') on?: LocalDate,
    @Query('language') language?: string,
  ): Promise<StreamableFile> {
    const caller = speaking(await this.callers.of(request), language)
    checkRight(caller, 'units.read', this.calendar.today())
    if (within && !(await this.areas.find(caller, within))) throw new Rejected('NOT_FOUND', { field: 'within', value: within })
    if (type !== undefined && !unitTypeOf(type)) throw new Rejected('UNIT_TYPE_UNKNOWN', { field: 'type', value: type })
    const day = dayOf(on) ?? this.calendar.today()
    const types = fromTheTop().filter((code) => type === undefined || code === type)
    return csvFile(Readable.from(this.lines(caller, types, within, day)), `units${within ? `-${within}` : ''}.csv`)
  }

  /** `GET /files/units/template`: a file with the columns alone, to be filled in. */
  @Get('template')
  async template(@Req() request: FastifyRequest, @Query('language') language?: string): Promise<StreamableFile> {
    const caller = speaking(await this.callers.of(request), language)
    checkRight(caller, 'units.write', this.calendar.today())
    return csvFile(Readable.from([headOfUnitFile(caller.language)]), 'units-template.csv')
  }

  private async *lines(caller: Caller, types: readonly string[], within: AreaCode | undefined, day: LocalDate): AsyncGenerator<string> {
    yield headOfUnitFile(caller.language)
    for (const type of types)
      for await (const heap of await this.units.heaps(caller, { within, type, on: day })) {
        const name = await this.namesIn(caller, heap, day)
        yield rowsOfUnitFile(heap.map((unit) => rowOfUnit(unit, { day, name, language: caller.language })))
      }
  }

  /** What a cell calls a unit: by its name on the day where no other that the reader sees bears it, else by its id; nothing of one beyond his reach. */
  private async namesIn(caller: Caller, heap: readonly Stored<Unit>[], day: LocalDate): Promise<(id: string | null) => string> {
    const ids = new Set(heap.flatMap((unit) => [parentOn(unit, day) ?? [], unit.hostId ?? []].flat()))
    const units = await this.units.findMany(caller, [...ids])
    const names = new Map(units.map((unit) => [unit._id, nameOn(unit, day)]))
    const bearing = await this.units.bearing(caller, [...new Set(names.values())])
    const isAlone = (name: string) => bearing.filter((unit) => inForce(unit, day) && nameOn(unit, day) === name).length < 2
    return (id) => {
      const name = names.get(id ?? '')
      return name === undefined || isAlone(name) ? (name ?? '') : (id ?? '')
    }
  }
}

/** A file is in the language that its address says: a browser sends its own with what it downloads. */
function speaking(caller: Caller, language: string | undefined): Caller {
  return language === undefined ? caller : { ...caller, language: languageOf(language) }
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

function csvFile(content: Readable, name: string): StreamableFile {
  return new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` })
}
