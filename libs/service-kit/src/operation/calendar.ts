import type { LocalDate } from '@sizhang/contracts'
import { localDateOf } from '../rules'

/** The clock of a service: its business day is Asia/Shanghai's, or a fixed one where the settings say so. */
export class Calendar {
  private day: LocalDate = ''
  private second = Number.NaN

  constructor(private readonly fixedToday: LocalDate | undefined) {}

  /** The business day. Reckoned once a second, as days begin with one: a list asks for each of its rows. */
  today(): LocalDate {
    if (this.fixedToday) return this.fixedToday
    const now = Date.now()
    const second = Math.floor(now / 1_000)
    if (second !== this.second) this.day = localDateOf(new Date(now))
    this.second = second
    return this.day
  }

  /** The instant. */
  now(): Date {
    return new Date()
  }
}
