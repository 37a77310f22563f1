// as apps/membership/src/appointments/appointments.int-spec.ts
import { engines } from '@sizhang/testing'

export const started = engines
