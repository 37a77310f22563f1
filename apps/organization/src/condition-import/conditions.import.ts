import { Controller, Post, Query, Req, type StreamableFile } from '@nestjs/common'
import { Calendar, Rejected, type Caller } from '@sizhang/service-kit'
import { decided } from '@sizhang/service-kit/rules'
import type { FastifyRequest } from 'fastify'
import { v5 as uuidv5 } from 'uuid'
import { conditionSourceOf } from '../conditions/condition-kinds.domain'
import { noteCondition } from '../conditions/conditions.domain'
import { ConditionsStore } from '../conditions/conditions.store'
import { inHeaps } from '../list-import/in-heaps'
import { ListImports, type ListKind } from '../list-import/list-imports'
import { UnitsNamed } from '../list-import/units-named'
import { UnitsStore } from '../units/units.store'
import { CONDITION_FILE } from './condition-file'
import { ConditionList, type ConditionsKnown, type FreshNote } from './condition-list.domain'
import type { ConditionColumn, ConditionRow } from './condition-rows.domain'
import { writtenValue } from './condition-values.domain'

/** Namespace of the ids of imported notes: the same row of any file has the same id, so that it is noted once, however often it is sent. */
const IMPORTED_NOTES = '2b9f4f0e-71c8-5f6d-9d0a-5e3a7c1bb846'
const ORDER = { makes: ({ unitId }: FreshNote) => unitId, needs: ({ unitId }: FreshNote) => [unitId] }

/** `POST /files/conditions?dryRun=true`: what units have and lack, as CSV, checked whole and then applied; the same file again changes nothing. */
@Controller('files/conditions')
export class ConditionsImport {
  private readonly kind: ListKind<ConditionColumn, FreshNote> = {
    file: CONDITION_FILE,
    rights: ['conditions.write'],
    list: async (caller, rows) => new ConditionList(await this.known(caller, rows), (key) => uuidv5(key, IMPORTED_NOTES)),
    counts: ({ length }) => ({ noted: length }),
    preview: (note, { language }) => previewOf(note, language),
    keep: (caller, notes, kept) => this.keep(caller, notes, kept),
  }

  constructor(
    private readonly imports: ListImports,
    private readonly conditions: ConditionsStore,
    private readonly units: UnitsStore,
    private readonly named: UnitsNamed,
    private readonly calendar: Calendar,
  ) {}

  @Post()
  importConditions(@Req() request: FastifyRequest, @Query('dryRun') dryRun = 'false'): Promise<object | StreamableFile> {
    return this.imports.take(request, dryRun, this.kind)
  }

  /** Of all units only those that the caller may see. Refused where he may note nothing. */
  private async known(caller: Caller, rows: readonly ConditionRow[]): Promise<ConditionsKnown> {
    const mayNote = this.conditions.reachForNotes(caller)
    const units = await this.named.in(
      caller,
      rows.map(({ unit }) => unit.normalize('NFC').trim()),
    )
    const noted = await this.conditions.findMany(
      caller,
      units.map(({ _id }) => _id),
    )
    return { units, conditions: new Map(noted.map((each) => [each._id, each])), mayNote, noting: this.noting(caller) }
  }

  /** By the units as they are now, which is later than the check. */
  private async keep(caller: Caller, notes: readonly FreshNote[], kept: (note: FreshNote) => void): Promise<void> {
    const units = await this.units.named(
      caller,
      notes.map(({ unitId }) => unitId),
    )
    await inHeaps(notes, ORDER, async (note) => {
      const { unitId, command } = note
      const unit = units.get(unitId)
      if (!unit) throw new Rejected('UNIT_UNKNOWN', { field: 'unit', value: note.unit })
      const { noteId, ...said } = command
      const noting = { commandId: noteId, name: 'importConditions', input: { unitId, ...said } }
      await this.conditions.change(unitId, unit, caller, noting, (conditions) =>
        conditions.notes.some(({ id }) => id === noteId)
          ? decided(conditions)
          : noteCondition(conditions, command, { unit, ...this.noting(caller) }),
      )
      kept(note)
    })
  }

  private noting({ accountId }: Caller) {
    return { by: accountId, now: this.calendar.now() }
  }
}

/** What of a note is shown before it is kept, in the reader's words. */
function previewOf({ line, unit, kind, command }: FreshNote, language: 'zh' | 'en') {
  const { value, from, source, evidenceTitle, evidenceNumber } = command
  const told = { value: writtenValue(value, kind, language), source: conditionSourceOf(source)?.[language] ?? source }
  return { line, unit, kind: kind[language], from, ...told, evidenceTitle, evidenceNumber: evidenceNumber ?? '' }
}
