// as apps/membership/src/appointments/appointments.store.ts
import { Units } from '../../../organization/src/units/units.store'

export const units = new Units()
