import { Args, Context, Query, Resolver } from '@nestjs/graphql'
import { Packs, type ActivityType } from '@sizhang/packs'
import type { Caller, Language } from '@sizhang/service-kit'
import type { QueryActivityTypeArgs } from '../graph.generated'

/** The departments' packs, as the portal's forms need them. */
@Resolver()
export class DepartmentsApi {
  constructor(private readonly packs: Packs) {}

  @Query()
  departments(@Context('caller') { language }: Caller) {
    return this.packs.departments().map(({ code, version }) => ({
      code,
      version,
      name: this.packs.text('department', code, language).name,
      activityTypes: this.packs.activityTypes(code).map((type) => describeType(this.packs, type, language)),
    }))
  }

  @Query()
  activityType(@Args() { code }: QueryActivityTypeArgs, @Context('caller') { language }: Caller) {
    const type = this.packs.activityType(code)
    return type && describeType(this.packs, type, language)
  }

  @Query()
  placeKinds(@Context('caller') { language }: Caller) {
    return this.packs.placeKinds().map((code) => describePlace(this.packs, code, language))
  }
}

/** A kind of place in the reader's language. */
function describePlace(packs: Packs, code: string, language: Language) {
  return { code, name: packs.text('placeKind', code, language).name }
}

/** An activity type with its form, in the reader's language. */
export function describeType(packs: Packs, type: ActivityType, language: Language) {
  return {
    code: type.code,
    name: packs.text('activityType', type.code, language).name,
    department: type.department,
    clause: type.clause,
    placeKinds: (type.placeKinds ?? packs.placeKinds()).map((code) => describePlace(packs, code, language)),
    figures: type.figures.map(({ code, unit, integer, required }) => ({
      code,
      unit,
      integer,
      required,
      name: packs.text('figure', code, language).name,
      unitName: packs.text('unit', unit, language).name,
    })),
  }
}
