import type { Server } from 'node:http'
import { Inject, Module, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { FactStream } from '@sizhang/messaging'
import { LOGGER, type Logger } from '@sizhang/service-kit'
import type { FastifyInstance } from 'fastify'
import { Admission } from '../edge/admission'
import { Sessions } from '../sessions/sessions'
import { SessionsModule } from '../sessions/sessions.module'
import { FactsEvents } from './facts-events'
import { factsSchema } from './facts-schema'
import { FactsSocket } from './facts-socket'

/** Facts for subscribers, by WebSocket and as server-sent events. */
@Module({ imports: [SessionsModule] })
export class StreamsModule implements OnModuleInit, BeforeApplicationShutdown {
  private readonly socket: FactsSocket
  private readonly events: FactsEvents

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly stream: FactStream,
    sessions: Sessions,
    admission: Admission,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.socket = new FactsSocket(factsSchema(stream), sessions, admission, logger)
    this.events = new FactsEvents(stream, sessions, admission, logger)
  }

  onModuleInit(): void {
    this.events.register(this.host.httpAdapter.getInstance<FastifyInstance>())
    this.socket.listen(this.host.httpAdapter.getHttpServer() as Server)
  }

  /** Subscriptions end first: the server cannot close while they are open. Sockets go before the stream, so that nobody takes its end for the end of the facts. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.socket.close()
    await this.stream.close()
  }
}
