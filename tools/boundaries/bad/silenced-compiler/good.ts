// as apps/membership/src/appointments/appointments.store.ts
export const count: number = 1
