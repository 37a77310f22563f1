// as apps/membership/src/appointments/appointments.store.ts
import type { LocalDate } from '@sizhang/contracts'

export type Day = LocalDate
