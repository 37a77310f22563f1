import type { AreaCode } from '@sizhang/contracts'
import type { Caller } from '../caller/caller'
import type { Calendar } from '../operation/calendar'
import { Rejected } from '../rules'
import { isNowhere, isWithinReach, reachOf, withinReach, type Place, type Reach } from './reach'
import { SIGNED_IN, type Right, type Verb } from './verbs'

/** A kind of records that can be seen and changed, as the verbs name it. */
export type RecordKind = Verb extends infer One ? (One extends `${infer Kind}.write` ? Kind : never) : never

/**
 * What one kind of records asks of a caller: the right to see or to change them, at the date of the call, and only within the reach of that
 * right. A store asks here, so that no question can forget it (design §7).
 */
export class RecordRights {
  /** @param place where the records lie; null: they are everybody's who has the verb at all */
  constructor(
    private readonly calendar: Pick<Calendar, 'today'>,
    private readonly place: Place | null,
  ) {}

  /** How far the caller may go. Refused when he has no such right anywhere. */
  reach(caller: Caller, verb: Verb): Reach {
    const reach = reachOf(caller.grants, verb, this.calendar.today())
    if (isNowhere(reach)) throw new Rejected('FORBIDDEN')
    return reach
  }

  /** The filter for what lies within reach; null: everything does. */
  filter(reach: Reach): Record<string, unknown> | null {
    return this.place && withinReach(reach, this.place)
  }

  /** Whether a record in hand lies within reach. */
  covers(reach: Reach, record: object): boolean {
    return this.place === null || isWithinReach(reach, this.place, record)
  }
}

/** What belongs to a unit, and where that lies. */
interface OfUnit {
  unitId: string
  path: readonly AreaCode[]
}

/** Which records of units, or units themselves, somebody sees on a day by a right. A reference to any other is null: not even its id is told. */
export function sightOf({ grants }: Pick<Caller, 'grants'>, verb: Verb, on: string): (record: OfUnit) => boolean {
  const reach = reachOf(grants, verb, on)
  return (record) => isWithinReach(reach, { areas: 'path', unit: 'unitId' }, record)
}

/** Refuses a caller who has a right nowhere on that day. Where it reaches is asked by the store. */
export function checkRight({ grants }: Pick<Caller, 'grants'>, right: Right, on: string): void {
  if (right !== SIGNED_IN && isNowhere(reachOf(grants, right, on))) throw new Rejected('FORBIDDEN')
}
