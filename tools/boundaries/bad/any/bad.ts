// as apps/membership/src/appointments/appointments.store.ts
export const anything = (value: any) => value
