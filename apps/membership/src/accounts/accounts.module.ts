import { Module, type OnModuleInit } from '@nestjs/common'
import { Database, Health, type PartHealth } from '@sizhang/service-kit'
import { AccountsOfEntriesApi } from '../audit/accounts-of-entries.api'
import { Invitations } from '../credentials/invitations'
import { Passwords } from '../credentials/passwords'
import { SeatHoldingsModule } from '../appointments/seat-holdings.module'
import { FourEyes } from '../grants/four-eyes'
import { Granting } from '../grants/granting'
import { GrantingApi } from '../grants/granting.api'
import { GrantsApi } from '../grants/grants.api'
import { HeldGrants } from '../grants/held-grants'
import { HeldGrantsApi } from '../grants/held-grants.api'
import { PersonsModule } from '../persons/persons.module'
import { AccountHolders } from './account-holders'
import { AccountsApi } from './accounts.api'
import { AccountsEvents } from './accounts.events'
import { AccountsStore } from './accounts.store'
import { KnownPlacesStore } from './known-places.store'

/** Accounts and their grants. Readiness says `firstPassword: true` while the administrator's password is the generated one. */
@Module({
  imports: [SeatHoldingsModule, PersonsModule],
  controllers: [AccountsEvents],
  providers: [
    AccountsStore,
    AccountHolders,
    KnownPlacesStore,
    Invitations,
    Passwords,
    FourEyes,
    Granting,
    HeldGrants,
    AccountsApi,
    GrantsApi,
    GrantingApi,
    HeldGrantsApi,
    AccountsOfEntriesApi,
  ],
  exports: [AccountsStore, AccountHolders, KnownPlacesStore, Granting, HeldGrants],
})
export class AccountsModule implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly database: Database,
    private readonly accounts: AccountsStore,
  ) {}

  onModuleInit(): void {
    this.health.add('accounts', () => this.ready())
  }

  private async ready(): Promise<PartHealth> {
    if (!this.database.health().ready) return { ready: false }
    try {
      return { ready: true, detail: { firstPassword: await this.accounts.hasFirstPassword() } }
    } catch {
      return { ready: false }
    }
  }
}
