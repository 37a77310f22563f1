import { Args, Context, Query, ResolveReference, Resolver } from '@nestjs/graphql'
import { Calendar, inOrder, loadOne, Pages, takeForLoaded, type Caller, type GraphContext } from '@sizhang/service-kit'
import { limitsTold } from '@sizhang/service-kit/files'
import type { QueryAreaArgs, QueryAreasArgs, QueryAreaTreeArgs } from '../graph.generated'
import type { Area } from './areas.domain'
import { AREA_FILE_LIMITS } from './areas.file'
import { AreasStore } from './areas.store'

const LARGEST_TREE = 3_000

/** The graph's questions about areas. */
@Resolver('Area')
export class AreasApi {
  constructor(
    private readonly areas: AreasStore,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  area(@Args() { code }: QueryAreaArgs, @Context('caller') caller: Caller) {
    return this.areas.find(caller, code)
  }

  @Query('areas')
  list(@Args() { first, after, on, ...asked }: QueryAreasArgs, @Context() context: GraphContext) {
    const { caller } = context
    const filter = { ...asked, on: on ?? this.calendar.today() }
    return this.pages.page(
      caller,
      'areas',
      filter,
      { first, after },
      async (behind, limit) => this.loaded(context, await this.areas.list(caller, filter, behind, limit)),
      (area) => [area.code],
    )
  }

  @Query()
  async areaTree(@Args() { root, on }: QueryAreaTreeArgs, @Context() context: GraphContext) {
    return this.loaded(context, await this.areas.tree(context.caller, root ?? null, on ?? this.calendar.today(), LARGEST_TREE))
  }

  @Query()
  areaListLimits() {
    return limitsTold(AREA_FILE_LIMITS)
  }

  @ResolveReference()
  async areasByCode(representations: { code: string }[], { caller }: GraphContext) {
    const codes = representations.map(({ code }) => code)
    return inOrder(codes, await this.areas.findMany(caller, codes), (area) => area.code)
  }

  /** Areas of which each may be asked for again as what lies above another. */
  private loaded<Found extends Area>(context: GraphContext, found: Found[]): Found[] {
    takeForLoaded<Area>(context, 'areas', found, (area) => area.code, byCode(this.areas, context))
    return found
  }
}

const byCode =
  (areas: AreasStore, { caller }: GraphContext) =>
  async (codes: readonly string[]) =>
    inOrder<Area>(codes, await areas.findMany(caller, codes), (area) => area.code)

/** One area by code, batched with the others that the request asks for. */
export function loadArea(areas: AreasStore, context: GraphContext, code: string): Promise<Area | null> {
  return loadOne(context, 'areas', code, byCode(areas, context))
}

/** Areas by code, in the order of the codes; unknown ones are left out. */
export async function loadAreas(areas: AreasStore, context: GraphContext, codes: readonly string[]): Promise<Area[]> {
  const found = await Promise.all(codes.map((code) => loadArea(areas, context, code)))
  return found.filter((area) => area !== null)
}
