import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common'
import type { LocalDate } from '@sizhang/contracts'
import type { Caller, Stored } from '@sizhang/service-kit'
import { inForce } from '@sizhang/service-kit/rules'
import type { FastifyRequest } from 'fastify'
import type { Body } from '../bodies/bodies.domain'
import { BodiesStore } from '../bodies/bodies.store'
import { byRank } from '../bodies/seats.domain'
import { ListExports, type ExportAsked, type Exporting } from '../list-import/list-exports'
import { UnitsNamed } from '../list-import/units-named'
import { UnitsStore } from '../units/units.store'
import { sameNamed } from './named-bodies.domain'
import { SEAT_FILE } from './seat-file'
import { rowOfSeat } from './seat-rows.domain'
import { SeatsKnownByFile } from './seats-known'

/** `GET /files/seats?within=320205&on=2025-06-30&language=zh`: the seats that bodies have on a day, as the CSV that an import takes; who holds them is told elsewhere. */
@Controller('files/seats')
export class SeatsExport {
  constructor(
    private readonly exports: ListExports,
    private readonly bodies: BodiesStore,
    private readonly units: UnitsStore,
    private readonly named: UnitsNamed,
    private readonly known: SeatsKnownByFile,
  ) {}

  @Get()
  exportSeats(@Req() request: FastifyRequest, @Query() asked: ExportAsked): Promise<StreamableFile> {
    return this.exports.list(request, 'bodies.read', asked, { name: 'seats', lines: (exporting) => this.lines(exporting) })
  }

  /** `GET /files/seats/template`: a file with the columns alone, to be filled in. */
  @Get('template')
  template(@Req() request: FastifyRequest, @Query('language') language?: string): Promise<StreamableFile> {
    return this.exports.template(request, 'bodies.write', language, { file: SEAT_FILE, name: 'seats' })
  }

  /** As the page of a body has them: of the last term that began by the day, also when it is overdue. */
  private async *lines({ caller, within, day }: Exporting): AsyncGenerator<string> {
    const words = this.known.words(caller)
    yield SEAT_FILE.head(caller.language)
    for await (const heap of await this.bodies.heaps(caller, within)) {
      const { unit, body: called } = await this.names(caller, heap, day)
      const rows = heap
        .filter(({ unitId, ended }) => (!ended || day < ended.on) && unit(unitId) !== '')
        .flatMap((body) => {
          const term = body.terms.filter(({ from }) => from <= day).at(-1)
          const names = { unit: unit(body.unitId), body: called(body) }
          return term ? byRank(term.seats).map((seat) => rowOfSeat(names, body, term, seat, words)) : []
        })
      yield SEAT_FILE.lines(rows)
    }
  }

  /** What a file calls units that are in force, and their bodies: a group by its name, and each of several that are called alike by its id. */
  private async names(caller: Caller, bodies: readonly Stored<Body>[], day: LocalDate) {
    const unitIds = [...new Set(bodies.map(({ unitId }) => unitId))]
    const units = await this.units.findMany(caller, unitIds)
    const present = new Set(units.filter((unit) => inForce(unit, day)).map(({ _id }) => _id))
    const name = await this.named.namesOf(caller, [...present], day)
    const all = await this.bodies.ofUnits(caller, unitIds)
    return {
      unit: (id: string) => (present.has(id) ? name(id) : ''),
      body: ({ _id, unitId, kind, name: own = null }: Stored<Body>) => {
        const ofKind = all.filter((body) => body.unitId === unitId && body.kind === kind).map((body) => ({ body }))
        return sameNamed(ofKind, own).length > 1 ? _id : (own ?? '')
      },
    }
  }
}
