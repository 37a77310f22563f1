import type { ServiceDeclaration } from '@sizhang/service-kit'
import accounts from './accounts/accounts.graphql'
import { AccountsModule } from './accounts/accounts.module'
import appointments from './appointments/appointments.graphql'
import { AppointmentsModule } from './appointments/appointments.module'
import { settings } from './config'
import persons from './persons/persons.graphql'
import { PersonsModule } from './persons/persons.module'
import titles from './titles/titles.graphql'
import { TitlesModule } from './titles/titles.module'

/** The service membership: the persons of the network, the seats they hold, and the accounts that sign in. Personal data lives here alone. */
export function membership(environment: NodeJS.ProcessEnv): ServiceDeclaration {
  return {
    service: 'membership',
    settings: settings(environment),
    migrations: [],
    graph: [persons, titles, appointments, accounts],
    features: [PersonsModule, TitlesModule, AppointmentsModule, AccountsModule],
  }
}
