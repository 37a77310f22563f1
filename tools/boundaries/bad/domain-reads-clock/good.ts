// as apps/membership/src/appointments/appointments.domain.ts
export const day = (on: string) => new Date(on).getUTCDay()
