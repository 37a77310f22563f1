import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Packs, type Title } from '@sizhang/packs'
import type { Caller, GraphContext } from '@sizhang/service-kit'
import type { QueryTitlesArgs } from '../graph.generated'

/** The titles of key persons, as the packs have them. */
@Resolver('Title')
export class TitlesApi {
  constructor(private readonly packs: Packs) {}

  @Query()
  titles(@Args() { level }: QueryTitlesArgs) {
    return this.packs.titles(level ? { level } : {})
  }

  @ResolveField()
  name({ code }: Title, _: unknown, { caller }: GraphContext) {
    return this.packs.text('title', code, caller.language).name
  }

  @ResolveField()
  head({ head }: Title) {
    return { code: head }
  }

  @ResolveField()
  employerKinds({ employerKinds }: Title) {
    return employerKinds ?? []
  }
}

/** The kinds of head, as the packs have them. */
@Resolver('Head')
export class HeadsApi {
  constructor(private readonly packs: Packs) {}

  @Query()
  heads(@Context('caller') { language }: Caller) {
    return this.packs.heads().map(({ code, texts }) => ({ code, name: texts[language].name }))
  }

  @ResolveField()
  name({ code }: { code: string }, _: unknown, { caller }: GraphContext) {
    return this.packs.text('head', code, caller.language).name
  }
}
