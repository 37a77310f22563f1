import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { languageOf, type Caller } from './caller'
import { CallerTokens, type TokenAccount } from './caller-tokens'

/** The longest address of IPv6 with its zone, and then some. */
const LONGEST_ADDRESS = 100

/** Says who sent a request: the account of its caller token, and what its headers ask for. */
@Injectable()
export class Callers {
  constructor(private readonly tokens: CallerTokens) {}

  /** The caller. Without a valid caller token the request is refused. */
  async of(request: FastifyRequest): Promise<Caller> {
    return this.as(request, await this.tokens.verify(request.headers.authorization))
  }

  /** The request's headers as those of a given account. */
  as(request: FastifyRequest, account: TokenAccount): Caller {
    return {
      ...account,
      language: languageOf(request.headers['accept-language']),
      after: (header(request, 'sizhang-after') ?? '').split(',').filter(Boolean),
      traceparent: header(request, 'traceparent'),
      address: header(request, 'sizhang-address')?.slice(0, LONGEST_ADDRESS),
      correlationId: this.traceOf(request),
    }
  }

  /** What follows a request through services, events and logs; made here when none came along. */
  traceOf(request: FastifyRequest): string {
    return header(request, 'x-correlation-id') ?? header(request, 'traceparent')?.split('-')[1] ?? randomUUID()
  }
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && value.length <= 4_096 ? value : undefined
}
