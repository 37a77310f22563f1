import type { ServiceDeclaration } from '@sizhang/service-kit'
import accesses from './accesses/accesses.graphql'
import { AccessesModule } from './accesses/accesses.module'
import accounts from './accounts/accounts.graphql'
import { AccountsModule } from './accounts/accounts.module'
import appointments from './appointments/appointments.graphql'
import { AppointmentsModule } from './appointments/appointments.module'
import { settings } from './config'
import consents from './consents/consents.graphql'
import { ConsentsModule } from './consents/consents.module'
import delegations from './delegations/delegations.graphql'
import { DelegationsModule } from './delegations/delegations.module'
import identityProvider from './identity-provider/identity-provider.graphql'
import { IdentityProviderModule } from './identity-provider/identity-provider.module'
import erasures from './erasures/erasures.graphql'
import { eraseDue } from './erasures/erasures-due'
import { ErasuresModule } from './erasures/erasures.module'
import explanations from './explanations/explanations.graphql'
import { ExplanationsModule } from './explanations/explanations.module'
import { FieldKeyModule } from './field-key/field-key.module'
import grants from './grants/grants.graphql'
import { migrations } from './migrations'
import minors from './minors/minors.graphql'
import { MinorsModule } from './minors/minors.module'
import myData from './my-data/my-data.graphql'
import { MyDataModule } from './my-data/my-data.module'
import papers from './papers/papers.graphql'
import { PapersModule } from './papers/papers.module'
import persons from './persons/persons.graphql'
import { PersonsModule } from './persons/persons.module'
import retention from './retention/retention.graphql'
import { RetentionModule } from './retention/retention.module'
import structure from './structure/structure.graphql'
import { StructureModule } from './structure/structure.module'
import titles from './titles/titles.graphql'
import { SessionsModule } from './sessions/sessions.module'
import { TitlesModule } from './titles/titles.module'

/** The service membership: the persons of the network, the seats they hold, and the accounts that sign in. Personal data lives here alone. */
export function membership(environment: NodeJS.ProcessEnv): ServiceDeclaration {
  const known = settings(environment)
  return {
    service: 'membership',
    settings: known,
    migrations: migrations(known),
    beforeUse: eraseDue,
    graph: [
      persons,
      minors,
      titles,
      appointments,
      structure,
      accounts,
      grants,
      delegations,
      explanations,
      identityProvider,
      accesses,
      consents,
      papers,
      erasures,
      retention,
      myData,
    ],
    features: [
      PersonsModule,
      MinorsModule,
      TitlesModule,
      AppointmentsModule,
      StructureModule,
      AccountsModule,
      DelegationsModule,
      ExplanationsModule,
      SessionsModule,
      IdentityProviderModule,
      AccessesModule,
      ConsentsModule,
      PapersModule,
      ErasuresModule,
      RetentionModule,
      MyDataModule,
      FieldKeyModule,
    ],
  }
}
