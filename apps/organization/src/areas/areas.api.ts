import { Args, Context, Query, ResolveReference, Resolver } from '@nestjs/graphql'
import {
  allOf,
  Calendar,
  goOn,
  inOrder,
  loadOne,
  Pages,
  takeForLoaded,
  type Caller,
  type GraphContext,
  type Loaded,
} from '@sizhang/service-kit'
import type { Ended } from '@sizhang/service-kit/rules'
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
      async (behind, limit) =>
        this.loaded(context, await this.areas.list(caller, filter, () => loadEnded(this.areas, context), behind, limit)),
      (area) => [area.code],
    )
  }

  @Query()
  async areaTree(@Args() { root, on }: QueryAreaTreeArgs, @Context() context: GraphContext) {
    // So many areas ask for what lies above them that none of them may have to wait for it.
    const ended = await loadEnded(this.areas, context)
    return this.loaded(context, await this.areas.tree(context.caller, root ?? null, () => ended, on ?? this.calendar.today(), LARGEST_TREE))
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
export function loadArea(areas: AreasStore, context: GraphContext, code: string): Loaded<Area> {
  return loadOne(context, 'areas', code, byCode(areas, context))
}

/** Areas by code, in the order of the codes; unknown ones are left out. */
export function loadAreas(areas: AreasStore, context: GraphContext, codes: readonly string[]): Area[] | Promise<Area[]> {
  return goOn(allOf(codes.map((code) => loadArea(areas, context, code))), (found) => found.filter((area) => area !== null))
}

/** The areas that are over, asked for once in a request: some dozen after years. */
export function loadEnded(areas: AreasStore, context: GraphContext): Ended | Promise<Ended> {
  const read = async (all: readonly string[]) => {
    const known = await areas.ended(context.caller)
    return all.map(() => known)
  }
  return goOn(loadOne<Ended>(context, 'areas-ended', '', read), (ended) => ended ?? new Map())
}
