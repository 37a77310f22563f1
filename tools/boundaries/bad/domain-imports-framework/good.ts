// as apps/membership/src/appointments/appointments.domain.ts
import type { AppointmentMade, DataOf } from '@sizhang/contracts'
import type { Packs } from '@sizhang/packs'
import { decided, Rejected } from '@sizhang/service-kit/rules'
import { seat } from '../seats/seats.domain'

export type All = [DataOf<typeof AppointmentMade>, Packs]
export const all = [decided, Rejected, seat]
