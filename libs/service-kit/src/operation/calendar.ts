import type { LocalDate } from '@sizhang/contracts'
import { localDateOf } from '../rules'

/** The clock of a service: its business day is Asia/Shanghai's, or a fixed one where the settings say so. */
export class Calendar {
  constructor(private readonly fixedToday: LocalDate | undefined) {}

  /** The business day. */
  today(): LocalDate {
    return this.fixedToday ?? localDateOf(new Date())
  }

  /** The instant. */
  now(): Date {
    return new Date()
  }
}
