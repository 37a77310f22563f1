import { Module, type OnModuleInit } from '@nestjs/common'
import { Database, Health, type PartHealth } from '@sizhang/service-kit'
import { AccountsApi } from './accounts.api'
import { AccountsRoutes } from './accounts.routes'
import { AccountsStore } from './accounts.store'
import { CallerTokenSigner } from './caller-token-signer'
import { Passwords } from './passwords'
import { SessionsStore } from './sessions.store'

/** Accounts and their sessions. Readiness says `firstPassword: true` while the administrator's password is the generated one. */
@Module({
  controllers: [AccountsRoutes],
  providers: [AccountsStore, SessionsStore, Passwords, CallerTokenSigner, AccountsApi],
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
