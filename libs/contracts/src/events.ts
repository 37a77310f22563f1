import { ActivityCorrected, ActivityRecorded, ActivityWithdrawn } from './activity/activities'
import { auditCheckpoints } from './audit-checkpoints'
import type { EventDefinition } from './define-event'
import { LookApproved, LookAsked, NumbersShown } from './membership/accesses'
import {
  AccountClosed,
  AccountInvited,
  DelegationEnded,
  GrantEnded,
  GrantGiven,
  IdentityLinked,
  IdentityUnlinked,
  InvitationRenewed,
  RightDelegated,
  SecondFactorEnrolled,
  SecondFactorRemoved,
} from './membership/accounts'
import { AppointmentEnded, AppointmentMade } from './membership/appointments'
import { PaperWithdrawn } from './membership/papers'
import {
  ConsentGiven,
  ConsentWithdrawn,
  ErasureAsked,
  ErasureDeclined,
  GuardianConsented,
  GuardianWithdrew,
  HomeJobLeft,
  HomeJobTaken,
  PersonCorrected,
  PersonErased,
  PersonRegistered,
} from './membership/persons'
import { AreaEnded, AreaReclassified, AreaRecoded, AreaRenamed } from './organization/area-changes'
import { AreaProposalAccepted, AreaProposalCarriedOut, AreaProposalDiscarded, AreaProposalMade } from './organization/area-proposals'
import { AreaEstablished } from './organization/areas'
import { BodyOpened, SeatCreated, TermOpened } from './organization/bodies'
import { ConditionCorrected, ConditionNoted } from './organization/conditions'
import { EmployerCovered, EmployerCoverEnded, EmployerRegistered } from './organization/employers'
import { FoundingBegun, FoundingClosed, FoundingStepTaken } from './organization/foundings'
import { UnitMerged, UnitTookOver } from './organization/merges'
import { UnitMoved, UnitMoveWithdrawn } from './organization/moves'
import { PilotDesignated, PilotDesignationEnded, PilotTaskRecorded } from './organization/pilots'
import { UnitSplit, UnitTookAreas } from './organization/splits'
import { BodyEnded, CongressPostponed, TermEndedEarly } from './organization/terms'
import { UnitDissolved, UnitEstablished, UnitRenamed, UnitRenamingWithdrawn, UnitRevived } from './organization/units'

/** Every fact that services publish, in the order in which a reader of the docs meets them. */
export const events: readonly EventDefinition[] = [
  AreaEstablished,
  AreaRenamed,
  AreaRecoded,
  AreaReclassified,
  AreaEnded,
  AreaProposalMade,
  AreaProposalAccepted,
  AreaProposalDiscarded,
  AreaProposalCarriedOut,
  UnitEstablished,
  UnitDissolved,
  UnitRevived,
  UnitRenamed,
  UnitRenamingWithdrawn,
  UnitMoved,
  UnitMoveWithdrawn,
  UnitTookOver,
  UnitMerged,
  UnitSplit,
  UnitTookAreas,
  EmployerRegistered,
  EmployerCovered,
  EmployerCoverEnded,
  ConditionNoted,
  ConditionCorrected,
  BodyOpened,
  TermOpened,
  SeatCreated,
  FoundingBegun,
  FoundingStepTaken,
  FoundingClosed,
  CongressPostponed,
  TermEndedEarly,
  BodyEnded,
  PilotDesignated,
  PilotDesignationEnded,
  PilotTaskRecorded,
  PersonRegistered,
  HomeJobTaken,
  HomeJobLeft,
  PersonCorrected,
  GuardianConsented,
  GuardianWithdrew,
  ConsentGiven,
  ConsentWithdrawn,
  ErasureAsked,
  ErasureDeclined,
  PersonErased,
  NumbersShown,
  LookAsked,
  LookApproved,
  PaperWithdrawn,
  AppointmentMade,
  AppointmentEnded,
  AccountInvited,
  InvitationRenewed,
  AccountClosed,
  GrantGiven,
  GrantEnded,
  RightDelegated,
  DelegationEnded,
  SecondFactorEnrolled,
  SecondFactorRemoved,
  IdentityLinked,
  IdentityUnlinked,
  ActivityRecorded,
  ActivityCorrected,
  ActivityWithdrawn,
  ...auditCheckpoints,
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
