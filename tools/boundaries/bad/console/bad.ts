// as apps/membership/src/appointments/appointments.store.ts
console.log('saved')
