// as apps/membership/src/appointments/appointments.store.ts
export const port = process.env['PORT']
