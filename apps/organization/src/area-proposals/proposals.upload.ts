import { randomUUID } from 'node:crypto'
import { Controller, Post, Query, Req } from '@nestjs/common'
import { Calendar, Callers, checkRight, Rejected, type Caller } from '@sizhang/service-kit'
import { refuseRows } from '@sizhang/service-kit/files'
import type { FastifyRequest } from 'fastify'
import { checkAreaList, dayOf, type Area } from '../areas/areas.domain'
import { readAreaFile } from '../areas/areas.file'
import { AreasStore } from '../areas/areas.store'
import type { ListedRow } from './lists.domain'
import { proposeAreaList } from './proposals.domain'
import { AreaProposalsStore } from './proposals.store'

/** What a new list answers: the proposal that was made of it. */
export interface AreaListProposal {
  proposalId: string
  read: number
  changes: number
  mark: string
}

/** `POST /files/area-proposals?on=2026-01-01&paper=…`: the whole list of a city as CSV, compared with the areas in force; nothing changes yet. */
@Controller('files/area-proposals')
export class AreaProposalsUpload {
  constructor(
    private readonly callers: Callers,
    private readonly areas: AreasStore,
    private readonly proposals: AreaProposalsStore,
    private readonly calendar: Calendar,
  ) {}

  @Post()
  async proposeAreaList(
    @Req() request: FastifyRequest,
    @Query('on') day: string | undefined,
    @Query('paper') paper = '',
  ): Promise<AreaListProposal> {
    const caller = await this.callers.of(request)
    checkRight(caller, 'area-proposals.write', this.calendar.today())
    const on = dayOf(day ?? '') ?? ''
    const { rows, letters } = await readAreaFile(request.body, request.headers['content-type'])
    const { fresh, problems } = checkAreaList(rows, new Map())
    refuseRows(problems, letters, caller.language)
    const list = fresh.map(rowOf)
    const roots = await this.cities(caller, fresh, on)
    const now = await this.proposals.areasBefore(caller, roots, on, list)
    const command = { commandId: randomUUID(), name: 'proposeAreaList', input: {} }
    const enteredAt = this.calendar.now().toISOString()
    const { id, mark, state } = await this.proposals.propose(caller, command, (proposalId) =>
      proposeAreaList({ proposalId, list, on, paper, roots, enteredAt }, now),
    )
    return { proposalId: id, read: rows.length, changes: state.changes.length, mark }
  }

  /** The cities of a list, by their first codes. */
  private async cities(caller: Caller, list: readonly Area[], on: string): Promise<string[]> {
    const codes = list.filter(({ level }) => level === 'CITY').map(({ code }) => code)
    const { known } = await this.areas.inList(caller, codes, on)
    const roots = codes.flatMap((code) => known.get(code)?.path.at(-1) ?? [])
    const [unknown] = codes.filter((code) => !known.has(code))
    if (unknown !== undefined || roots.length === 0) throw new Rejected('AREA_LIST_CITY_UNKNOWN', { field: 'file', value: unknown ?? '' })
    return roots
  }
}

function rowOf({ code, name, level, kind, placeholder, path }: Area): ListedRow {
  return { code, name, level, kind, placeholder, parent: path.at(-2) ?? null }
}
