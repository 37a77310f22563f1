import type { LocalDate } from '@sizhang/contracts'
import { inForce, type Interval } from '@sizhang/service-kit/rules'

/** 四长: the heads of hospitals, schools, agri-tech stations and tech firms (N1.1). */
export const FOUR_HEADS: readonly string[] = ['HOSPITAL_HEAD', 'SCHOOL_HEAD', 'AGRI_TECH_HEAD', 'TECH_ENTREPRENEUR']

/** 本职: a home job with the head that it makes of its holder; null: none. */
export interface HomeJob extends Interval {
  head: string | null
}

/** What the facts of a person tell of home jobs: the head by the first day of each job, and the days on which one was left. */
export interface HomeJobFacts {
  taken: Readonly<Record<LocalDate, string | null>>
  left: Readonly<Record<LocalDate, true>>
}

/** The home jobs of a person, oldest first. They follow one another, so each ends on the next day on which one was left. */
export function homeJobsOf({ taken, left }: HomeJobFacts): HomeJob[] {
  const ends = Object.keys(left).sort()
  return Object.keys(taken)
    .sort()
    .map((from) => ({ from, until: ends.find((end) => from < end) ?? null, head: taken[from] ?? null }))
}

/**
 * Whether who took a post as a head is one still. The head is lost from the day on which the home job that made it was left,
 * never backwards (domain (c) 4); without news of the home job the post's own word stands.
 */
export function isStillHead(head: string, homeJobs: readonly HomeJob[], on: LocalDate): boolean {
  const asHead = homeJobs.filter((job) => job.head === head)
  return asHead.some((job) => inForce(job, on)) || !asHead.some(({ until }) => until !== null && until <= on)
}
