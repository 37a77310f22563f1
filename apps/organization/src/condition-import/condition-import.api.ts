import { Query, Resolver } from '@nestjs/graphql'
import { limitsTold } from '@sizhang/service-kit/files'
import { CONDITION_FILE } from './condition-file'

/** What the graph tells of lists of conditions. */
@Resolver()
export class ConditionImportApi {
  @Query()
  conditionListLimits() {
    return limitsTold(CONDITION_FILE.limits)
  }
}
