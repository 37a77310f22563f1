// as apps/membership/src/appointments/appointments.store.ts
import { rootFolder } from '@sizhang/engines'

export const root = rootFolder
