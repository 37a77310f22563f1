import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { Composition } from '../composition/composition'
import type { Services } from '../composition/services'
import { Executor } from './execution/executor'
import { ownSource, serviceSource, type GraphContext } from './sources'

type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway']
type LoadOrUpdate = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]
type Loaded = Awaited<ReturnType<GatewayInterface['load']>>
type Executed = Awaited<ReturnType<NonNullable<Loaded['executor']>>>

/** Answers the gateway's own part of the graph. */
type OwnSchema = { name: string; schema: GraphQLSchema }

/** What Apollo Server calls a gateway: the graph as composed now, and its execution across the services. */
export class SupergraphGateway implements GatewayInterface {
  private composed: { executor: Executor; supergraph: string } | undefined
  private readonly listeners = new Set<LoadOrUpdate>()

  constructor(
    private readonly composition: Composition,
    private readonly services: Services,
    private readonly own: OwnSchema,
  ) {}

  onSchemaLoadOrUpdate(callback: LoadOrUpdate): () => void {
    this.listeners.add(callback)
    if (this.composed) callback({ apiSchema: this.composed.executor.api, coreSupergraphSdl: this.composed.supergraph })
    return () => this.listeners.delete(callback)
  }

  async load(): Promise<Loaded> {
    await this.composition.start((supergraph) => this.adopt(supergraph))
    return {
      executor: async ({ document, request: { variables: given = {} }, operation, context }) => {
        if (!this.composed) throw new Error('the graph was never composed')
        const { executor } = this.composed
        return (await executor.execute({ document, operation, given, context: context as GraphContext })) as Executed
      },
    }
  }

  async stop(): Promise<void> {
    this.composition.stop()
    await this.services.close()
  }

  private adopt(supergraph: string): void {
    const executor = new Executor(supergraph, this.sources())
    this.composed = { executor, supergraph }
    for (const listener of this.listeners) listener({ apiSchema: executor.api, coreSupergraphSdl: supergraph })
  }

  private sources() {
    const services = this.services.names.map((name) => [name, serviceSource(this.services, name)] as const)
    return new Map([...services, [this.own.name, ownSource(this.own.schema)]])
  }
}
