import { type Service, services } from '@sizhang/engines'
import type { Connection, mongo } from 'mongoose'

/** The database of each service. */
export type Databases = Record<Service, Connection>

/** The databases whose names begin so. */
export function databasesOf(client: Connection, prefix: string): Databases {
  return Object.fromEntries(services.map((service) => [service, client.useDb(prefix + service)])) as Databases
}

/** The driver's own database of a connection. */
export function driverOf(connection: Connection): mongo.Db {
  return connection.getClient().db(connection.name)
}
