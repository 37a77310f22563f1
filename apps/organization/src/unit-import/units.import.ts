import { Controller, Post, Query, Req, type StreamableFile } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { v5 as uuidv5 } from 'uuid'
import { ListImports, type ListKind } from '../list-import/list-imports'
import { Establishments, type Establishment } from '../units/establishments'
import { UNIT_FILE } from './unit-file'
import { UnitList, type FreshUnit } from './unit-list.domain'
import { rowOfPreview } from './unit-preview'
import type { UnitColumn } from './unit-rows.domain'
import { UnitsKnownByFile } from './units-known'

/** Namespace of the ids of imported units: the same row of any file has the same id, so that it is established once, however often it is sent. */
const IMPORTED_UNITS = 'c0f7c9a4-5f0e-5d5a-9a49-6f1f0e8d2b61'

/** `POST /files/units?dryRun=true`: a list of units as CSV, checked whole and then applied; the same file again changes nothing. */
@Controller('files/units')
export class UnitsImport {
  private readonly kind: ListKind<UnitColumn, FreshUnit>

  constructor(
    private readonly imports: ListImports,
    known: UnitsKnownByFile,
    establishments: Establishments,
  ) {
    this.kind = {
      file: UNIT_FILE,
      rights: ['units.write'],
      list: async (caller, rows) => new UnitList(await known.to(caller, rows), (key) => uuidv5(key, IMPORTED_UNITS)),
      counts: ({ length }) => ({ established: length }),
      preview: (unit, { language }) => rowOfPreview(unit, language),
      keep: (caller, units, kept) => {
        const byId = new Map(units.map((unit) => [unit.unitId, unit]))
        return establishments.establishAll(caller, 'importUnits', units.map(establishmentOf), ({ id }) => {
          const unit = byId.get(id)
          if (unit) kept(unit)
        })
      },
    }
  }

  @Post()
  importUnits(@Req() request: FastifyRequest, @Query('dryRun') dryRun = 'false'): Promise<object | StreamableFile> {
    return this.imports.take(request, dryRun, this.kind)
  }
}

function establishmentOf({ unitId, command }: FreshUnit): Establishment {
  const { type, name, from, areaCode, alsoCovers, parentId, mode, hostId } = command
  return { commandId: unitId, input: { type, name, from, areaCode, alsoCovers, parentId, mode, hostId } }
}
