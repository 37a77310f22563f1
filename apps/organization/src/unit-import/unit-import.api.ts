import { Query, Resolver } from '@nestjs/graphql'
import { limitsTold } from '@sizhang/service-kit/files'
import { UNIT_FILE } from './unit-file'

/** What the graph tells of lists of units. */
@Resolver()
export class UnitImportApi {
  @Query()
  unitListLimits() {
    return limitsTold(UNIT_FILE.limits)
  }
}
