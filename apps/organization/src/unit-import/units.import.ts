import { setImmediate as othersAnswered } from 'node:timers/promises'
import { Controller, Post, Query, Req } from '@nestjs/common'
import { Calendar, Callers, checkRight, refusalText, Rejected, type Caller } from '@sizhang/service-kit'
import { refuseRows, toldRows, type RefusedRow } from '@sizhang/service-kit/files'
import type { FastifyRequest } from 'fastify'
import { v5 as uuidv5 } from 'uuid'
import { Establishments, type Establishment } from '../units/establishments'
import { readUnitFile } from './unit-file'
import { UnitList, type CheckedUnits, type FreshUnit } from './unit-list.domain'
import { rowOfPreview, type PreviewedUnit } from './unit-preview'
import type { UnitRow } from './unit-rows.domain'
import { UnitsKnownByFile } from './units-known'

/** What an import answers: rows read, units that are new, rows whose units were there already. */
export interface UnitsImported {
  read: number
  established: number
  unchanged: number
  encoding: 'UTF-8' | 'GBK'
}

/** What a dry run answers: the same as the import would, every wrong cell, and the first units that would be established. */
export interface UnitsChecked extends UnitsImported {
  /** Rows with a wrong cell. */
  wrong: number
  refused: { count: number; rows: RefusedRow[] }
  preview: PreviewedUnit[]
}

/** So many are checked at once, and established while what they come under is held: a moment, so that nobody waits for a whole file. */
const PIECE = 100
const PREVIEWED = 20
/** Namespace of the ids of imported units: the same row of any file has the same id, so that it is established once, however often it is sent. */
const IMPORTED_UNITS = 'c0f7c9a4-5f0e-5d5a-9a49-6f1f0e8d2b61'

/** `POST /files/units?dryRun=true`: a list of units as CSV, checked whole and then applied; the same file again changes nothing. */
@Controller('files/units')
export class UnitsImport {
  constructor(
    private readonly callers: Callers,
    private readonly known: UnitsKnownByFile,
    private readonly establishments: Establishments,
    private readonly calendar: Calendar,
  ) {}

  @Post()
  async importUnits(@Req() request: FastifyRequest, @Query('dryRun') dryRun = 'false'): Promise<UnitsImported | UnitsChecked> {
    if (dryRun !== 'true' && dryRun !== 'false') throw new Rejected('VALUE_INVALID', { field: 'dryRun', value: dryRun, type: 'Boolean' })
    const caller = await this.callers.of(request)
    checkRight(caller, 'units.write', this.calendar.today())
    const { rows, encoding, letters } = await readUnitFile(request.body, request.headers['content-type'])
    const checked = await this.check(caller, rows)
    const told = { read: rows.length, established: checked.fresh.length, unchanged: checked.unchanged, encoding }
    if (dryRun === 'true') return { ...told, ...detailsOf(checked, letters, caller) }
    refuseRows(checked.problems, letters, caller.language)
    await this.carryOut(caller, checked.fresh)
    return told
  }

  private async check(caller: Caller, rows: readonly UnitRow[]): Promise<CheckedUnits> {
    const list = new UnitList(await this.known.to(caller, rows), (key) => uuidv5(key, IMPORTED_UNITS))
    for (const [place, row] of rows.entries()) {
      list.take(row)
      if (place % PIECE === PIECE - 1) await othersAnswered()
    }
    return list.checked
  }

  /** Each unit is a command whose id follows from its row: after a crash the same file goes on where it stopped. */
  private async carryOut(caller: Caller, fresh: readonly FreshUnit[]): Promise<void> {
    const kept = new Set<string>()
    try {
      for (let from = 0; from < fresh.length; from += PIECE) {
        const [first, ...others] = fresh.slice(from, from + PIECE).map(establishmentOf)
        if (first) await this.establishments.establish(caller, 'importUnits', [first, ...others], ({ id }) => kept.add(id))
      }
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      const { message: reason } = refusalText(error.code, error.details, caller.language)
      const line = fresh.find(({ unitId }) => !kept.has(unitId))?.line
      throw new Rejected('UNIT_IMPORT_STOPPED', { field: 'file', line, reason, count: kept.size })
    }
  }
}

function establishmentOf({ unitId, command }: FreshUnit): Establishment {
  const { type, name, from, areaCode, alsoCovers, parentId, mode, hostId } = command
  return { commandId: unitId, input: { type, name, from, areaCode, alsoCovers, parentId, mode, hostId } }
}

function detailsOf({ fresh, problems }: CheckedUnits, letters: Record<string, string>, { language }: Caller) {
  return {
    wrong: new Set(problems.map(({ line }) => line)).size,
    refused: { count: problems.length, rows: toldRows(problems, letters, language) },
    preview: fresh.slice(0, PREVIEWED).map((unit) => rowOfPreview(unit, language)),
  }
}
