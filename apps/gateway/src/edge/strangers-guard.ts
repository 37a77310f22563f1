import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Rates } from './rates'

/** Counts requests to routes that are for whoever has not signed in, by address. */
@Injectable()
export class StrangersGuard implements CanActivate {
  constructor(private readonly rates: Rates) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.rates.ofAddress(context.switchToHttp().getRequest<FastifyRequest>().ip)
    return true
  }
}
