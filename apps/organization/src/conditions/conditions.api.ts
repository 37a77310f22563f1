import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import {
  Calendar,
  inOrder,
  loadOne,
  Rejected,
  type Caller,
  type GraphContext,
  type Loaded,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { v5 as uuidv5 } from 'uuid'
import type {
  MutationCorrectConditionArgs,
  MutationNoteConditionArgs,
  UnitConditionNotesArgs,
  UnitConditionsArgs,
} from '../graph.generated'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { conditionKindOf, conditionKinds, conditionSourceOf, conditionSources, type ConditionKind } from './condition-kinds.domain'
import { conditionsOn, correctCondition, noteCondition, type Conditions, type Note, type NotingSurroundings } from './conditions.domain'
import { ConditionsStore } from './conditions.store'

/** The graph's questions and commands about the conditions of units. */
@Resolver()
export class ConditionsApi {
  constructor(
    private readonly conditions: ConditionsStore,
    private readonly units: UnitsStore,
    private readonly calendar: Calendar,
  ) {}

  @Query('conditionKinds')
  catalogue(@Context('caller') caller: Caller) {
    return conditionKinds.map((kind) => named(kind, caller))
  }

  @Query('conditionSources')
  sources(@Context('caller') { language }: Caller) {
    return conditionSources.map((source) => ({ code: source.code, name: source[language] }))
  }

  @Mutation()
  async noteCondition(@Args() { commandId, expectedVersion, input }: MutationNoteConditionArgs, @Context('caller') caller: Caller) {
    const unit = await this.unitOf(caller, input.unitId)
    const command = { commandId, name: 'noteCondition', input, expectedVersion }
    const noteId = commandId.toLowerCase()
    const written = await this.conditions.change(unit._id, unit, caller, command, (conditions) =>
      noteCondition(conditions, { ...input, noteId }, this.surroundings(caller, unit)),
    )
    return payload(unit, written, noteId)
  }

  @Mutation()
  async correctCondition(@Args() { commandId, expectedVersion, input }: MutationCorrectConditionArgs, @Context('caller') caller: Caller) {
    const unit = await this.unitOf(caller, input.unitId)
    const command = { commandId, name: 'correctCondition', input, expectedVersion }
    const insteadId = uuidv5(commandId.toLowerCase(), unit._id)
    const instead = input.instead ? { ...input.instead, noteId: insteadId } : null
    const written = await this.conditions.change(unit._id, unit, caller, command, (conditions) =>
      correctCondition(conditions, { ...input, instead }, this.surroundings(caller, unit)),
    )
    return payload(unit, written, instead ? insteadId : input.noteId)
  }

  private async unitOf(caller: Caller, unitId: string): Promise<Stored<Unit>> {
    const unit = await this.units.find(caller, unitId)
    if (!unit) throw new Rejected('UNIT_UNKNOWN', { field: 'unitId', value: unitId })
    return unit
  }

  private surroundings({ accountId }: Caller, unit: Unit): NotingSurroundings {
    return { unit, by: accountId, now: this.calendar.now() }
  }
}

/** What conditions add to a unit. */
@Resolver('Unit')
export class ConditionsOfUnitApi {
  constructor(
    private readonly store: ConditionsStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  async conditions(unit: Stored<Unit>, { on }: UnitConditionsArgs, context: GraphContext) {
    const found = await loadConditions(this.store, context, unit._id)
    return conditionsOn(found, on ?? this.calendar.today()).map(({ kind, note, lacking }) => ({
      kind: named(kind, context.caller),
      note,
      lacking,
    }))
  }

  @ResolveField()
  async conditionNotes(unit: Stored<Unit>, { kind }: UnitConditionNotesArgs, context: GraphContext) {
    const found = await loadConditions(this.store, context, unit._id)
    const notes = (found?.notes ?? []).filter((note) => !kind || note.kind === kind)
    return notes.reverse().sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
  }

  @ResolveField()
  async conditionsVersion(unit: Stored<Unit>, _: unknown, context: GraphContext) {
    return (await loadConditions(this.store, context, unit._id))?.version ?? 0
  }
}

/** What a note says of itself. */
@Resolver('ConditionNote')
export class NotesApi {
  @ResolveField()
  kind({ kind }: Note, _: unknown, { caller }: GraphContext) {
    return named(conditionKindOf(kind), caller)
  }

  @ResolveField()
  source({ source }: Note, _: unknown, { caller }: GraphContext) {
    return { code: source, name: conditionSourceOf(source)?.[caller.language] ?? source }
  }

  @ResolveField()
  evidenceTitle({ evidence }: Note) {
    return evidence.title
  }

  @ResolveField()
  evidenceNumber({ evidence }: Note) {
    return evidence.number
  }

  @ResolveField()
  notedBy({ notedBy }: Note) {
    return { id: notedBy }
  }

  @ResolveField()
  correction({ correction }: Note) {
    return correction && { ...correction, by: { id: correction.by } }
  }
}

/** What was noted of one unit, batched with the others that the request asks for; null: nothing yet. */
function loadConditions(store: ConditionsStore, context: GraphContext, unitId: string): Loaded<Stored<Conditions>> {
  return loadOne<Stored<Conditions>>(context, 'conditions', unitId, async (ids) =>
    inOrder<Stored<Conditions>>(ids, await store.findMany(context.caller, ids), ({ _id }) => _id),
  )
}

function named(kind: ConditionKind, { language }: Caller) {
  const { code, measure, yearly = false, lack = null } = kind
  return { code, name: kind[language], measure, yearly, lack }
}

function payload(unit: Stored<Unit>, { state, version, mark }: Written<Conditions>, noteId: string) {
  return { unit, note: state.notes.find(({ id }) => id === noteId), version, mark }
}
