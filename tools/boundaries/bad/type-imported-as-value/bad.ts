// as apps/membership/src/appointments/appointments.store.ts
import { LocalDate } from '@sizhang/contracts'

export type Day = LocalDate
