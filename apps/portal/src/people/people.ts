import type { ActivityLineFragment, HomeJobLineFragment, PersonPageQuery, PersonRowFragment } from '../graph.generated'

export type Person = NonNullable<PersonPageQuery['person']>

/** The home job on a day; undefined: none. */
export function homeJobOn({ homeJobs }: { homeJobs: readonly HomeJobLineFragment[] }, day: string): HomeJobLineFragment | undefined {
  return homeJobs.find(({ from, until }) => from <= day && (until === null || until > day))
}

/** The posts held now, as a list of words: unit and title. */
export function postsHeld({ appointments }: PersonRowFragment): string[] {
  return appointments.filter(({ held }) => held).map(({ unit, seat }) => `${unit?.name ?? '—'}${seat?.title ?? '—'}`)
}

/** Everything somebody led, over all posts, newest first and each once; null where part of it cannot be read. */
export function activitiesLed({ appointments }: Person): ActivityLineFragment[] | null {
  const all = appointments.map(({ activitiesLed: led }) => led)
  if (all.includes(null)) return null
  const byId = new Map(all.flatMap((led) => led ?? []).map((activity) => [activity.id, activity]))
  return [...byId.values()].sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
}

/** Whether the person agrees to be called. */
export function mayBeCalled({ legalBases }: Person): boolean {
  return legalBases.some(({ purpose, inForce }) => purpose.code === 'CONTACT' && inForce)
}
