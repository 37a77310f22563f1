import { Query, Resolver } from '@nestjs/graphql'
import { limitsTold } from '@sizhang/service-kit/files'
import { SEAT_FILE } from './seat-file'

/** What the graph tells of lists of seats. */
@Resolver()
export class SeatImportApi {
  @Query()
  seatListLimits() {
    return limitsTold(SEAT_FILE.limits)
  }
}
