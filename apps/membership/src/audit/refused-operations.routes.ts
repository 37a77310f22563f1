import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common'
import { Audit, Callers } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readBody, whence } from '../sessions/read-body'

const SHA_256 = /^[0-9a-f]{64}$/
const refused = z.object({ operation: z.string().regex(SHA_256).nullable(), address: whence.address })

/** What the gateway refuses by itself and cannot write down, as it has no database: this route is between the two. */
@Controller('operations')
export class RefusedOperationsRoutes {
  constructor(
    private readonly callers: Callers,
    private readonly audit: Audit,
  ) {}

  /** An account asked in words of its own without the right to. The gateway tells of some alone, so one entry stands for one or more. */
  @Post('refused')
  @HttpCode(204)
  async writeDown(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const caller = await this.callers.of(request)
    const { operation, address } = readBody(refused, body)
    const act = { action: 'askUnknownOperationOnceOrMore', kind: 'graph', record: operation, refusal: 'QUERY_NOT_KNOWN' }
    await this.audit.append({ ...caller, address: address || undefined }, act)
  }
}
