// as apps/membership/src/appointments/appointments.domain.ts
export const now = () => [Date.now(), new Date(), Math.random(), crypto.randomUUID()]
