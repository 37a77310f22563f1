import { ActivityCorrected, ActivityRecorded, ActivityWithdrawn } from './activity/activities'
import type { EventDefinition } from './define-event'
import { AppointmentEnded, AppointmentMade } from './membership/appointments'
import { HomeJobLeft, HomeJobTaken, PersonCorrected, PersonRegistered } from './membership/persons'
import { AreaEstablished } from './organization/areas'
import { BodyOpened, SeatCreated, TermOpened } from './organization/bodies'
import { EmployerRegistered } from './organization/employers'
import { UnitDissolved, UnitEstablished } from './organization/units'

/** Every fact that services publish, in the order in which a reader of the docs meets them. */
export const events: readonly EventDefinition[] = [
  AreaEstablished,
  UnitEstablished,
  UnitDissolved,
  EmployerRegistered,
  BodyOpened,
  TermOpened,
  SeatCreated,
  PersonRegistered,
  HomeJobTaken,
  HomeJobLeft,
  PersonCorrected,
  AppointmentMade,
  AppointmentEnded,
  ActivityRecorded,
  ActivityCorrected,
  ActivityWithdrawn,
]

/** Kafka topics, one per aggregate. */
export const topics: readonly string[] = [...new Set(events.map((event) => event.topic))]

/** Twelve partitions from the start: a keyed topic must never grow more (messaging: partitions). */
export const PARTITIONS = 12

const byType = new Map(events.map((event) => [event.type, event]))

/** The definition of a type, or undefined for a type that this release does not know. */
export function eventByType(type: string): EventDefinition | undefined {
  return byType.get(type)
}
