/** Asia/Shanghai is eight hours ahead of UTC all year. */
const AHEAD_MS = 8 * 3_600_000

/** The day of a point in time, in Asia/Shanghai: `2026-06-30`. */
export function dayOf(instant: string): string {
  return momentOf(instant).slice(0, 10)
}

/** A point in time as it is read in Asia/Shanghai: `2026-06-30 09:30`. */
export function momentOf(instant: string): string {
  return secondOf(instant).slice(0, 16)
}

/** The same to the second: `2026-06-30 09:30:12`. */
export function secondOf(instant: string): string {
  return new Date(Date.parse(instant) + AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** The point in time of a moment in Asia/Shanghai. */
export function instantOf(moment: string): string {
  return `${moment.replace(' ', 'T')}:00+08:00`
}

/** From when to when: the day is said once where both lie on it. */
export function spanOf(startsAt: string, endsAt: string): string {
  const [from, to] = [momentOf(startsAt), momentOf(endsAt)]
  return `${from} – ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`
}
