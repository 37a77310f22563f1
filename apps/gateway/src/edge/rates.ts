import { Rejected } from '@sizhang/service-kit'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE_S = 60

/** How often an instance of the gateway may be asked within a minute. */
export interface RateLimits {
  /** By one account. */
  perAccount: number
  /** For whom is not known yet, from one address: each time, membership has to be asked who that is. */
  perAddress: number
}

/**
 * Counts who asks how often, in this process: with several instances the limit holds for each. What the tools of this installation ask,
 * by tokens that they sign themselves, is not counted.
 */
export class Rates {
  private readonly accounts: RateLimiterMemory
  private readonly addresses: RateLimiterMemory

  constructor({ perAccount, perAddress }: RateLimits) {
    this.accounts = new RateLimiterMemory({ points: perAccount, duration: MINUTE_S })
    this.addresses = new RateLimiterMemory({ points: perAddress, duration: MINUTE_S })
  }

  /** Counts a request of an account. Refuses it when it is one too many, and says when to come back. */
  ofAccount(accountId: string): Promise<void> {
    return count(this.accounts, accountId)
  }

  /** Counts a request of which nobody knows yet whose it is. Refuses it when it is one too many. */
  ofAddress(address: string): Promise<void> {
    return count(this.addresses, address)
  }
}

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new Rejected('TOO_MANY_REQUESTS', { seconds: Math.ceil(error.msBeforeNext / 1_000), max: limiter.points })
  }
}
