// as apps/membership/src/appointments/appointments.store.ts
import { loadPacks } from '@sizhang/packs'

export const packs = loadPacks
