import { Inject, Injectable } from '@nestjs/common'
import { SETTINGS } from '@sizhang/service-kit'
import { AccountsStore } from '../accounts/accounts.store'
import type { MembershipSettings } from '../config'
import { ADMINISTRATOR } from './grants.domain'

/** Why one account alone gives what administrates: it is set so, or there is nobody yet who could confirm it. */
export type Alone = 'BY_SETTING' | 'NOBODY_ELSE'

/** 双人授权: who may give alone what others have to have confirmed. */
@Injectable()
export class FourEyes {
  constructor(
    private readonly accounts: AccountsStore,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'ADMINISTRATION'>,
  ) {}

  /**
   * Why an account may give another a role alone; null: a second account confirms it. Beside the only administrator there ever was, another
   * one is made without: whoever removes all others is alone again, and is not trusted for that.
   * @param grantId the grant that is to be given, which a command that is sent again finds there already
   */
  async alone(giverId: string, role: string, grantId: string): Promise<Alone | null> {
    if (this.settings.ADMINISTRATION === 'alone') return 'BY_SETTING'
    if (role !== ADMINISTRATOR) return null
    return (await this.accounts.hasAdministratorBeside(giverId, grantId)) ? null : 'NOBODY_ELSE'
  }
}
