import { Module, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import type { FastifyInstance } from 'fastify'
import { Services } from '../composition/services'
import { Sessions } from '../sessions/sessions'
import { SessionsModule } from '../sessions/sessions.module'
import { FilesProxy } from './files-proxy'

/** Files go up and down beside the graph, to and from the service that they concern. */
@Module({ imports: [SessionsModule] })
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly services: Services,
    private readonly sessions: Sessions,
  ) {}

  async onModuleInit(): Promise<void> {
    await new FilesProxy(this.services, this.sessions).register(this.host.httpAdapter.getInstance<FastifyInstance>())
  }
}
