// as apps/membership/src/appointments/appointments.store.ts
import { AppointmentMade } from '@sizhang/contracts'

export const made = AppointmentMade.type
