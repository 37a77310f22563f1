export { ActivityCorrected, ActivityRecorded, ActivityWithdrawn } from './activity/activities'
export { auditCheckpointOf, auditCheckpoints, auditKeepers, auditsKeptBy } from './audit-checkpoints'
export type { AuditCheckpointMade } from './audit-checkpoints'
export { defineEvent, envelope } from './define-event'
export type { DataOf, Envelope, EventDefinition, EventOf, Fact } from './define-event'
export { eventByType, events, PARTITIONS, topics } from './events'
export { areaCode, areaKinds, formationModes, holdingKinds, levels, localDate, NO_END, pilotTaskStates, ranks } from './fields'
export type { AreaCode, AreaEnd, AreaKind, Figure, FormationMode, HoldingKind, Level, LocalDate, PilotTaskState, Rank } from './fields'
export { LookApproved, LookAsked, NumbersShown } from './membership/accesses'
export {
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
export { AppointmentEnded, AppointmentMade } from './membership/appointments'
export { PaperWithdrawn } from './membership/papers'
export {
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
export { AreaEnded, AreaReclassified, AreaRecoded, AreaRenamed } from './organization/area-changes'
export { AreaProposalAccepted, AreaProposalCarriedOut, AreaProposalDiscarded, AreaProposalMade } from './organization/area-proposals'
export { AreaEstablished } from './organization/areas'
export { BodyOpened, SeatCreated, TermOpened } from './organization/bodies'
export { ConditionCorrected, ConditionNoted } from './organization/conditions'
export { EmployerCovered, EmployerCoverEnded, EmployerRegistered } from './organization/employers'
export { FoundingBegun, FoundingClosed, FoundingStepTaken } from './organization/foundings'
export { UnitMerged, UnitTookOver } from './organization/merges'
export { UnitMoved, UnitMoveWithdrawn } from './organization/moves'
export { PilotDesignated, PilotDesignationEnded, PilotTaskRecorded } from './organization/pilots'
export { UnitSplit, UnitTookAreas } from './organization/splits'
export { BodyEnded, CongressPostponed, TermEndedEarly } from './organization/terms'
export { UnitDissolved, UnitEstablished, UnitRenamed, UnitRenamingWithdrawn, UnitRevived } from './organization/units'
