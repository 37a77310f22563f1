import { auditCheckpointOf, auditsKeptBy } from '@sizhang/contracts'
import { type Service, services } from '@sizhang/engines'

/** Whose facts the features of each service follow. */
export const FOLLOWED_BY_FEATURES: Record<Service, readonly string[]> = {
  organization: ['membership.appointments', 'membership.persons'],
  membership: [
    'organization.areas',
    'organization.bodies',
    'organization.conditions',
    'organization.employers',
    'organization.foundings',
    'organization.units',
  ],
  activity: ['membership.appointments', 'organization.areas', 'organization.units'],
  reporting: [
    'activity.activities',
    'membership.appointments',
    'membership.persons',
    'organization.areas',
    'organization.bodies',
    'organization.conditions',
    'organization.employers',
    'organization.units',
  ],
}

/** Whose facts each service follows: those of its features, and the checkpoints that it keeps. */
export const FOLLOWED = Object.fromEntries(
  services.map((service): [Service, readonly string[]] => [
    service,
    [...FOLLOWED_BY_FEATURES[service], ...checkpointsKeptBy(service)].sort(),
  ]),
) as Record<Service, readonly string[]>

function checkpointsKeptBy(service: Service): string[] {
  return auditsKeptBy(service).map((kept) => auditCheckpointOf(kept).topic)
}
