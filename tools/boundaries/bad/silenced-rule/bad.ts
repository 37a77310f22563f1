// as apps/membership/src/appointments/appointments.store.ts
/* eslint-disable no-console */
console.log('saved')
