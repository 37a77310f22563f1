// as apps/membership/src/appointments/appointments.store.ts
export const saved = 'saved'
