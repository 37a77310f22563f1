import { Module } from '@nestjs/common'
import { CallerTokens, SETTINGS } from '@sizhang/service-kit'
import { Services } from '../composition/services'
import type { GatewaySettings } from '../config'
import { Admission } from '../edge/admission'
import { Rates } from '../edge/rates'
import { RefusedOperations } from '../edge/refused-operations'
import { IdentityProviderApi } from '../sign-in/identity-provider.api'
import { SecondFactorApi } from '../sign-in/second-factor.api'
import { SignInApi } from '../sign-in/sign-in.api'
import { MembershipClient } from './membership-client'
import { Sessions } from './sessions'
import { SessionsApi } from './sessions.api'

@Module({
  controllers: [SignInApi, IdentityProviderApi, SessionsApi, SecondFactorApi],
  providers: [
    { provide: MembershipClient, useFactory: (services: Services) => new MembershipClient(services), inject: [Services] },
    {
      provide: Sessions,
      useFactory: (membership: MembershipClient, tokens: CallerTokens) => new Sessions(membership, tokens),
      inject: [MembershipClient, CallerTokens],
    },
    {
      provide: Rates,
      useFactory: (settings: GatewaySettings) =>
        new Rates({ perAccount: settings.ACCOUNT_REQUESTS_PER_MINUTE, perAddress: settings.STRANGER_REQUESTS_PER_MINUTE }),
      inject: [SETTINGS],
    },
    {
      provide: Admission,
      useFactory: (sessions: Sessions, rates: Rates) => new Admission(sessions, rates),
      inject: [Sessions, Rates],
    },
    {
      provide: RefusedOperations,
      useFactory: (membership: MembershipClient) => new RefusedOperations(membership),
      inject: [MembershipClient],
    },
  ],
  exports: [Sessions, Admission, RefusedOperations],
})
export class SessionsModule {}
