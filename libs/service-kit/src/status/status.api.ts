import type { Type } from '@nestjs/common'
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { Caller } from '../caller/caller'
import { Rejected } from '../rules'
import { statusFields } from './graph-text'
import { Status } from './status'

/** The graph's questions about how a service is, under the service's own names. */
export function statusApi(service: string): Type {
  const { query, mutation } = statusFields(service)

  @Resolver()
  class StatusApi {
    constructor(private readonly status: Status) {}

    @Query(query)
    ask(@Context('caller') caller: Caller) {
      checkOperator(caller)
      return this.status.ask()
    }

    @Mutation(mutation)
    async retry(@Args('id') id: string, @Context('caller') caller: Caller) {
      checkOperator(caller)
      return { parked: await this.status.retry(id, caller) }
    }
  }
  return StatusApi
}

/** Who may read and write everything may also see how it runs. */
function checkOperator({ roles }: Caller): void {
  if (!roles.includes('ADMINISTRATOR')) throw new Rejected('FORBIDDEN')
}
