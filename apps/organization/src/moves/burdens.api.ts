import { ResolveField, Resolver } from '@nestjs/graphql'
import type { GraphContext } from '@sizhang/service-kit'
import { loadAreas } from '../areas/areas.api'
import { AreasStore } from '../areas/areas.store'
import type { Burden } from './burdens.store'

/** What a preview says of a unit. */
@Resolver('UnitBurden')
export class BurdensApi {
  constructor(private readonly areas: AreasStore) {}

  @ResolveField()
  covers({ covers }: Burden, _: unknown, context: GraphContext) {
    return loadAreas(this.areas, context, covers)
  }

  @ResolveField()
  coversAfter({ coversAfter }: Burden, _: unknown, context: GraphContext) {
    return loadAreas(this.areas, context, coversAfter)
  }
}
