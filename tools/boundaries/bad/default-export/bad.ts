// as apps/membership/src/appointments/appointments.store.ts
export default class Store {
  id = 1
}
