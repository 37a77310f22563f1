import { Injectable } from '@nestjs/common'
import { Audit, Callers, Rejected, type RefusalCode } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import type { Origin } from '../accounts/accounts.store'

/** Whence somebody signs in, and who it is, as far as is known. */
export interface Actor extends Origin {
  /** Null: nobody's name. What was typed is nobody's to keep: it may be a password in the wrong field. */
  accountId: string | null
}

/** What somebody does to come in or out, or to open an account by another way. */
type Action = 'signIn' | 'signOut' | 'acceptInvitation' | 'linkIdentity' | 'unlinkIdentity'

/** Writes down who signed in, was refused, and signed out. */
@Injectable()
export class SignInAudit {
  constructor(
    private readonly callers: Callers,
    private readonly audit: Audit,
  ) {}

  /** Whence a request came: its trace, and the address as the gateway saw it. */
  origin(request: FastifyRequest, address: string): Origin {
    return { address: address || undefined, correlationId: this.callers.traceOf(request) }
  }

  async append(actor: Actor, action: Action, refusal?: RefusalCode): Promise<void> {
    await this.audit.append(actor, { action, kind: 'accounts', record: actor.accountId, ...(refusal && { refusal }) })
  }

  /** What a check of credentials gives; one of these refusals is written down before it is told. */
  async checked<Result>(
    actor: () => Promise<Actor>,
    refusals: readonly RefusalCode[],
    check: Promise<Result>,
    action: Action = 'signIn',
  ): Promise<Result> {
    try {
      return await check
    } catch (error) {
      if (error instanceof Rejected && refusals.includes(error.code)) await this.append(await actor(), action, error.code)
      throw error
    }
  }
}
