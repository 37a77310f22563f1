// as apps/membership/src/appointments/appointments.store.ts
// @ts-expect-error a reason that is long enough
export const count: number = 'one'
