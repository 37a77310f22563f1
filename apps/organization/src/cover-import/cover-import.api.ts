import { Query, Resolver } from '@nestjs/graphql'
import { limitsTold } from '@sizhang/service-kit/files'
import { COVER_FILE } from './cover-file'

/** What the graph tells of lists of covered employers. */
@Resolver()
export class CoverImportApi {
  @Query()
  coveredEmployerListLimits() {
    return limitsTold(COVER_FILE.limits)
  }
}
