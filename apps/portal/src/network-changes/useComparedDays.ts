import { useSearchParams } from 'react-router'
import { useDay } from '../date/useDay'
import { useToday } from '../date/useToday'
import { comparedDays, usuallyComparedWith, type ComparedDays } from './network-changes'

/** Parameter of the address that holds the day to compare with. */
export const OTHER_DAY = 'with'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The day looked at and the one it is compared with, from the address; undefined until today is known. */
export function useComparedDays(): (ComparedDays & { other: string }) | undefined {
  const [parameters] = useSearchParams()
  const [day, today] = [useDay(), useToday()]
  if (!day || !today) return undefined
  const given = parameters.get(OTHER_DAY)
  const other = given && DAY.test(given) ? given : usuallyComparedWith(day, today)
  return { ...comparedDays(day, other), other }
}
