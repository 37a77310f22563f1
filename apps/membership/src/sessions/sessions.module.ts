import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module'
import { RefusedOperationsRoutes } from '../audit/refused-operations.routes'
import { SecondFactorCodes } from '../second-factor/second-factor-codes'
import { SecondFactorRoutes } from '../second-factor/second-factor.routes'
import { ChallengesStore } from '../sign-in/challenges.store'
import { SignInAudit } from '../sign-in/sign-in-audit'
import { SignInLimits } from '../sign-in/sign-in-limits'
import { SignInRoutes } from '../sign-in/sign-in.routes'
import { SignIns } from '../sign-in/sign-ins'
import { CallerTokenSigner } from './caller-token-signer'
import { SessionsRoutes } from './sessions.routes'
import { SessionsStore } from './sessions.store'
import { SignedIn } from './signed-in'

/** Who is signed in, and how somebody comes to be. */
@Module({
  imports: [AccountsModule],
  controllers: [SignInRoutes, SessionsRoutes, SecondFactorRoutes, RefusedOperationsRoutes],
  providers: [SessionsStore, ChallengesStore, SignInAudit, SignInLimits, SignIns, SecondFactorCodes, SignedIn, CallerTokenSigner],
  exports: [SessionsStore, ChallengesStore, SignInAudit, SignInLimits, SignIns, SignedIn],
})
export class SessionsModule {}
