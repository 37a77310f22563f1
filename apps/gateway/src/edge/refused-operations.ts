import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { MembershipClient, Whence } from '../sessions/membership-client'
import type { OpenSession } from '../sessions/sessions'

const MINUTE_S = 60
/** Operations of one account that are written down within a minute, by each instance; each of them once. */
const MOST_OF_AN_ACCOUNT = 10
const SHA_256 = /^[0-9a-f]{64}$/

/**
 * Has membership write down who asked in words of his own without the right to. A flood of them leaves few entries, and each stands for one
 * or more. Of what was asked the hash alone is kept: there may be names in it.
 */
export class RefusedOperations {
  private readonly operations = new RateLimiterMemory({ points: 1, duration: MINUTE_S })
  private readonly accounts = new RateLimiterMemory({ points: MOST_OF_AN_ACCOUNT, duration: MINUTE_S })

  constructor(private readonly membership: MembershipClient) {}

  /**
   * Resolves when the entry is safe, or when there are enough. Refused with UNAVAILABLE while none can be written.
   * @param hash SHA-256 of the text; what a client calls so and is none is not kept
   */
  async writeDown({ token, account }: OpenSession, hash: string, { address, trace }: Whence): Promise<void> {
    const operation = SHA_256.test(hash) ? hash : null
    const once = `${account.id} ${operation}`
    if (!(await fits(this.operations, once)) || !(await fits(this.accounts, account.id))) return
    try {
      await this.membership.operationRefused({ token, operation, address, trace })
    } catch (error) {
      await Promise.all([this.operations.delete(once), this.accounts.reward(account.id)])
      throw error
    }
  }
}

/** Whether one more fits into the minute; it is counted. */
async function fits(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (error) {
    if (error instanceof RateLimiterRes) return false
    throw error
  }
}
