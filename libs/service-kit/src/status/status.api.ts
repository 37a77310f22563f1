import type { Type } from '@nestjs/common'
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Audit } from '../audit/audit'
import type { Caller } from '../caller/caller'
import { Calendar } from '../operation/calendar'
import { checkRight } from '../rights/record-rights'
import { statusFields } from './graph-text'
import { Status } from './status'

/** The graph's questions about how a service is, under the service's own names. */
export function statusApi(service: string): Type {
  const { query, mutation } = statusFields(service)

  @Resolver()
  class StatusApi {
    constructor(
      private readonly status: Status,
      private readonly calendar: Calendar,
      private readonly audit: Audit,
    ) {}

    @Query(query)
    ask(@Context('caller') caller: Caller) {
      checkRight(caller, 'operation.read', this.calendar.today())
      return this.status.ask()
    }

    @Mutation(mutation)
    async retry(@Args('id') id: string, @Context('caller') caller: Caller) {
      checkRight(caller, 'operation.write', this.calendar.today())
      await this.audit.append(caller, { action: mutation, kind: 'parked', record: id })
      return { parked: await this.status.retry(id, caller) }
    }
  }
  return StatusApi
}
