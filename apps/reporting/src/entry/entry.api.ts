import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, Pages, type Caller, type GraphContext, type Language, type SortKey } from '@sizhang/service-kit'
import { known } from '../figures/figures'
import { Freshness } from '../figures/freshness'
import type { HeadsEntryRecordsArgs, QueryHeadsEntryArgs } from '../graph.generated'
import { countEntry, type BodyEntry } from './entry.domain'
import { EntryStore, placeOf, type EntryAsked } from './entry.store'
import { entryTexts as texts } from './entry.texts'

type Answer = EntryAsked & { entries: readonly BodyEntry[] }

/** The graph's questions about the heads' entry into bodies. */
@Resolver('HeadsEntry')
export class EntryApi {
  constructor(
    private readonly store: EntryStore,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
    private readonly freshness: Freshness,
    private readonly pages: Pages,
  ) {}

  @Query()
  async headsEntry(@Args() { level, within = null, on }: QueryHeadsEntryArgs, @Context('caller') caller: Caller) {
    const asked: EntryAsked = { level, within, on: on ?? this.calendar.today() }
    const { language } = caller
    const { entries, posts } = await this.store.on(caller, asked)
    const heads = this.packs.heads().map(({ code }) => code)
    const count = countEntry(entries, posts, heads)
    return {
      ...asked,
      entries,
      bodies: known(count.bodies, texts.bodies, language),
      fullHouse: known(count.fullHouse, texts.fullHouse, language),
      persons: known(count.persons, texts.persons, language),
      byHead: [...count.byHead].map(([code, { bodies, persons }]) => ({
        head: this.head(code, language),
        bodies: known(bodies, texts.headBodies, language),
        persons: known(persons, texts.headPersons, language),
      })),
    }
  }

  @ResolveField()
  asOf({ on }: Answer) {
    return this.freshness.asOf(on)
  }

  @ResolveField()
  async records({ entries, level, within, on }: Answer, { first, after }: HeadsEntryRecordsArgs, { caller }: GraphContext) {
    const page = await this.pages.page(
      caller,
      'headsEntry',
      { level, within, on },
      { first, after },
      async (behind, limit) => entries.filter((entry) => isBehind(placeOf(entry), behind)).slice(0, limit),
      placeOf,
    )
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: this.entryAnswer(node, caller.language) }))
    return { ...page, edges, nodes: edges.map(({ node }) => node) }
  }

  private entryAnswer({ bodyId, unitId, heads, persons }: BodyEntry, language: Language) {
    return { body: { id: bodyId }, unit: { id: unitId }, heads: heads.map((code) => this.head(code, language)), persons }
  }

  private head(code: string, language: Language) {
    return { code, name: this.packs.text('head', code, language).name }
  }
}

function isBehind(place: [string, string], after: SortKey | null): boolean {
  return after === null || place.join(' ') > after.join(' ')
}
