import { createHash, createHmac } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { SETTINGS } from '@sizhang/service-kit'
import type { MembershipSettings } from '../config'
import { INVITATION_LASTS } from '../accounts/accounts.domain'
import type { Invitation } from '../accounts/account.domain'

/** The secrets of invitations. */
@Injectable()
export class Invitations {
  private readonly key: Buffer

  constructor(@Inject(SETTINGS) { INDEX_KEY }: Pick<MembershipSettings, 'INDEX_KEY'>) {
    this.key = INDEX_KEY
  }

  /** An invitation with its secret. The same command of the same account gives the same secret, so that it need not be kept for an answer that was lost. */
  make(accountId: string, commandId: string): Invitation & { secret: string } {
    const secret = createHmac('sha256', this.key).update(`invitation ${accountId} ${commandId.toLowerCase()}`).digest('base64url')
    return { secret, key: keyOfInvitation(secret), by: accountId, until: new Date(Date.now() + INVITATION_LASTS) }
  }
}

/** What is kept of a secret: who reads the database cannot accept an invitation. */
export function keyOfInvitation(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
