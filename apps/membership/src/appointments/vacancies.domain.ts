import type { LocalDate } from '@sizhang/contracts'
import { inForce, type Interval } from '@sizhang/service-kit/rules'
import type { Seat } from './appointments.domain'

/**
 * The places of a seat that nobody holds on a day: for each the day since which as many were vacant without a break, longest first.
 * Before the seat's term there is no vacancy, and none after it.
 */
export function vacanciesOn(held: readonly Interval[], { places, termFrom, termUntil }: Seat, on: LocalDate): LocalDate[] {
  if (on < termFrom || on >= termUntil) return []
  const vacantOn = (day: LocalDate) => Math.max(0, places - held.filter((holding) => inForce(holding, day)).length)
  const changes = held
    .flatMap(({ from, until }) => [from, until])
    .filter((day) => day !== null && day > termFrom && day <= on) as LocalDate[]
  const days = [...new Set([termFrom, ...changes])].sort().reverse()
  return Array.from({ length: vacantOn(on) }, (_, place) => {
    const held = days.findIndex((day) => vacantOn(day) <= place)
    return days[(held < 0 ? days.length : held) - 1] ?? termFrom
  }).sort()
}
