import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module'
import { SessionsModule } from '../sessions/sessions.module'
import { IdentityFlowsStore } from './identity-flows.store'
import { IdentityProvider } from './identity-provider'
import { IdentityProviderApi } from './identity-provider.api'
import { IdentityProviderRoutes } from './identity-provider.routes'

/** Sign-in by the city's identity provider, where there is one. */
@Module({
  imports: [AccountsModule, SessionsModule],
  controllers: [IdentityProviderRoutes],
  providers: [IdentityProvider, IdentityFlowsStore, IdentityProviderApi],
})
export class IdentityProviderModule {}
