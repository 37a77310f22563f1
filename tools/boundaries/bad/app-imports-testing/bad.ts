// as apps/membership/src/appointments/appointments.store.ts
import { engines } from '@sizhang/testing'

export const started = engines
