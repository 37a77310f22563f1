import { Module } from '@nestjs/common'
import { CallerTokens } from '@sizhang/service-kit'
import { Services } from '../composition/services'
import { MembershipClient } from './membership-client'
import { Sessions } from './sessions'
import { SessionsApi } from './sessions.api'

@Module({
  controllers: [SessionsApi],
  providers: [
    { provide: MembershipClient, useFactory: (services: Services) => new MembershipClient(services), inject: [Services] },
    {
      provide: Sessions,
      useFactory: (membership: MembershipClient, tokens: CallerTokens) => new Sessions(membership, tokens),
      inject: [MembershipClient, CallerTokens],
    },
  ],
  exports: [Sessions],
})
export class SessionsModule {}
