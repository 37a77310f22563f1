import { Inject, Module, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { SETTINGS } from '@sizhang/service-kit'
import type { FastifyInstance } from 'fastify'
import type { GatewaySettings } from '../config'
import { Site } from './site'

/** The portal, as static files under a strict policy. */
@Module({})
export class SiteModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Pick<GatewaySettings, 'PORTAL_DIR'>,
  ) {}

  async onModuleInit(): Promise<void> {
    await new Site(this.settings.PORTAL_DIR).register(this.host.httpAdapter.getInstance<FastifyInstance>())
  }
}
