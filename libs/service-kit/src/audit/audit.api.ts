import type { Type } from '@nestjs/common'
import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { Caller } from '../caller/caller'
import { Pages, type PageRequest } from '../graph/connection'
import { AuditChain, type AuditFilter } from './audit-chain'
import type { AuditLink } from './chain-links'
import { Checkpoints } from './checkpoints'
import { OWNS_ACCOUNTS } from './graph-text'

/** Filters of the graph; instants are dates by the time they come here. */
type AuditArgs = PageRequest & AuditFilter

/** Answers a service's audit. Its right is checked where the field is declared. */
export function auditApi(service: string): Type[] {
  @Resolver()
  class AuditApi {
    constructor(
      private readonly chain: AuditChain,
      private readonly checkpoints: Checkpoints,
      private readonly pages: Pages,
    ) {}

    @Query(`${service}Audit`)
    async entries(@Args() { first, after, account, record, from, until }: AuditArgs, @Context('caller') caller: Caller) {
      const filter = { account, record, from: from && new Date(from), until: until && new Date(until) }
      const page = await this.pages.page(
        caller,
        'audit',
        filter,
        { first, after },
        (behind, limit) => this.chain.find(filter, behind ? Number(behind[0]) : null, limit),
        ({ _id }) => [_id],
      )
      return { ...page, checkpoint: await this.checkpoints.latest() }
    }
  }
  return service === OWNS_ACCOUNTS ? [AuditApi, AuditEntryApi] : [AuditApi, AuditEntryApi, AccountReferencesApi]
}

/** What an entry says of itself. */
@Resolver('AuditEntry')
class AuditEntryApi {
  @ResolveField()
  position({ _id }: AuditLink) {
    return _id
  }

  @ResolveField()
  accountId({ account }: AuditLink) {
    return account
  }
}

/** Accounts as references; the service that owns them loads them itself. */
@Resolver('AuditEntry')
class AccountReferencesApi {
  @ResolveField()
  account({ account }: AuditLink): unknown {
    return account === null ? null : { id: account }
  }
}
