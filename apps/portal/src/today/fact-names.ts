import type { Fact } from '../graph/facts'

/** The ids whose names a fact's sentence needs. */
export interface NamesWanted {
  unit?: string
  person?: string
  activity?: string
  employer?: string
  area?: string
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Reads them from the fact's data by its topic. */
export function namesWanted({ topic, data }: Pick<Fact, 'topic' | 'data'>): NamesWanted {
  switch (topic.split('.').slice(-2).join('.')) {
    case 'organization.areas':
      return { area: text(data.code) }
    case 'organization.employers':
      return { employer: text(data.employerId), unit: text(data.unitId) }
    case 'membership.persons':
      return { person: text(data.personId), employer: text(data.employerId) }
    case 'membership.accesses':
      return { person: text(data.personId) }
    case 'membership.appointments':
      return { person: text(data.personId), unit: text(data.unitId) }
    case 'activity.activities':
      return { activity: text(data.activityId) }
    default:
      return { unit: text(data.unitId) }
  }
}
