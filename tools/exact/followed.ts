import type { Service } from '@sizhang/engines'

/** Whose facts each service follows. */
export const FOLLOWED: Record<Service, readonly string[]> = {
  organization: ['membership.appointments'],
  membership: ['organization.bodies', 'organization.employers', 'organization.units'],
  activity: ['membership.appointments', 'organization.areas', 'organization.units'],
  reporting: [
    'activity.activities',
    'membership.appointments',
    'membership.persons',
    'organization.areas',
    'organization.bodies',
    'organization.units',
  ],
}
