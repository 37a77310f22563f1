import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import {
  AggregateStore,
  behind,
  isWithinReach,
  searchFilter,
  searchWords,
  StoreParts,
  type Caller,
  type Command,
  type Reach,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import type { Activity } from './activities.domain'

interface KeptActivity extends Activity {
  search: string[]
}

const schema = new Schema({
  _id: { type: String, required: true },
  title: { type: String, required: true },
  activityType: { type: String, required: true },
  on: { type: String, required: true },
  search: [String],
})
const NEWEST_FIRST = { on: -1, _id: -1 } as const
schema.index(NEWEST_FIRST)
schema.index({ 'hosts.path': 1, ...NEWEST_FIRST })
schema.index({ 'hosts.unitId': 1, ...NEWEST_FIRST })
schema.index({ 'ledBy.appointmentId': 1, ...NEWEST_FIRST })
schema.index({ department: 1, ...NEWEST_FIRST })

/** What a list of activities can be narrowed by. */
export interface ActivityFilter {
  search?: string | null | undefined
  within?: AreaCode | null | undefined
  unitId?: string | null | undefined
  department?: string | null | undefined
  type?: string | null | undefined
  head?: string | null | undefined
  from?: LocalDate | null | undefined
  until?: LocalDate | null | undefined
  withdrawn?: boolean | null | undefined
}

const PLACE = { areas: 'hosts.path', unit: 'hosts.unitId' }

/** The activities that were recorded: seen by all whose units hosted them, changed by those whose unit was the host and no co-host. */
@Injectable()
export class ActivitiesStore extends AggregateStore<KeptActivity> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'activities', place: PLACE, topic: 'activity.activities', schema })
  }

  protected override async coversForWriting(reach: Reach, { hosts }: KeptActivity): Promise<boolean> {
    return isWithinReach(reach, PLACE, { hosts: hosts.filter(({ role }) => role === 'HOST') })
  }

  /** Records an activity as decided. */
  record(caller: Caller, command: Command, decide: (id: string) => Decision<Activity>): Promise<Written<KeptActivity>> {
    return this.create(caller, command, (id) => withSearch(decide(id)))
  }

  /** Changes a record as decided. */
  change(id: string, caller: Caller, command: Command, decide: (activity: Activity) => Decision<Activity>): Promise<Written<KeptActivity>> {
    return this.update(id, caller, command, ({ _id, version, search, ...activity }) => withSearch(decide(activity)))
  }

  /** A page of activities, newest first. */
  list(caller: Caller, filter: ActivityFilter, after: SortKey | null, limit: number): Promise<Stored<KeptActivity>[]> {
    const { search, within, unitId, department, type, head, from, until, withdrawn } = filter
    const narrowed = {
      ...(within ? { 'hosts.path': within } : {}),
      ...(unitId ? { 'hosts.unitId': unitId } : {}),
      ...(department ? { department } : {}),
      ...(type ? { activityType: type } : {}),
      ...(head ? { 'ledBy.head': head } : {}),
      ...(from || until ? { on: { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) } } : {}),
      ...(withdrawn ? {} : { withdrawn: false }),
      ...searchFilter(search),
    }
    return this.findWhere(caller, { $and: [narrowed, behind(NEWEST_FIRST, after)] }, { sort: NEWEST_FIRST, limit })
  }

  /** The newest activities that some units hosted, those of all units together. */
  hostedBy(caller: Caller, unitIds: readonly string[], limit: number): Promise<Stored<KeptActivity>[]> {
    return this.findWhere(caller, { 'hosts.unitId': { $in: unitIds }, withdrawn: false }, { sort: NEWEST_FIRST, limit })
  }

  /** The newest activities that some appointments led, those of all together. */
  ledBy(caller: Caller, appointmentIds: readonly string[], limit: number): Promise<Stored<KeptActivity>[]> {
    return this.findWhere(caller, { 'ledBy.appointmentId': { $in: appointmentIds }, withdrawn: false }, { sort: NEWEST_FIRST, limit })
  }
}

function withSearch({ state, facts }: Decision<Activity>): Decision<KeptActivity> {
  return { state: { ...state, search: searchWords(state.title) }, facts }
}
