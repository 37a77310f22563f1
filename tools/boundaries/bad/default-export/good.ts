// as apps/membership/src/appointments/appointments.store.ts
export class Store {
  id = 1
}
