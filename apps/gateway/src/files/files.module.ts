import { Module, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import type { FastifyInstance } from 'fastify'
import { Services } from '../composition/services'
import { Admission } from '../edge/admission'
import { SessionsModule } from '../sessions/sessions.module'
import { FilesProxy } from './files-proxy'

/** Files go up and down beside the graph, to and from the service that they concern. */
@Module({ imports: [SessionsModule] })
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly services: Services,
    private readonly admission: Admission,
  ) {}

  async onModuleInit(): Promise<void> {
    await new FilesProxy(this.services, this.admission).register(this.host.httpAdapter.getInstance<FastifyInstance>())
  }
}
