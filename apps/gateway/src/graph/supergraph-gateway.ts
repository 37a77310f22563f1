import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server'
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation'
import { execute, type GraphQLSchema } from 'graphql'
import type { Composition } from '../composition/composition'
import type { Services } from '../composition/services'
import { serviceExecutor, type Executor, type Part } from './service-executor'

type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway']
type LoadOrUpdate = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]
type Loaded = Awaited<ReturnType<GatewayInterface['load']>>
type Executed = Awaited<ReturnType<NonNullable<Loaded['executor']>>>

/** Entities are asked for in lists of at most so many. */
const MOST_ENTITIES = 500

/** Answers the gateway's own part of the graph. */
type OwnSchema = { name: string; schema: GraphQLSchema }

/** What Apollo Server calls a gateway: the graph as composed now, and its execution across the services. */
export class SupergraphGateway implements GatewayInterface {
  private schema: { api: GraphQLSchema; supergraph: string } | undefined
  private readonly listeners = new Set<LoadOrUpdate>()

  constructor(
    private readonly composition: Composition,
    private readonly services: Services,
    private readonly own: OwnSchema,
  ) {}

  onSchemaLoadOrUpdate(callback: LoadOrUpdate): () => void {
    this.listeners.add(callback)
    if (this.schema) callback({ apiSchema: this.schema.api, coreSupergraphSdl: this.schema.supergraph })
    return () => this.listeners.delete(callback)
  }

  async load(): Promise<Loaded> {
    await this.composition.start((supergraph) => this.adopt(supergraph))
    return {
      executor: async ({ document, request, operationName, context }) => {
        if (!this.schema) throw new Error('the graph was never composed')
        const result = await execute({
          schema: this.schema.api,
          document,
          contextValue: context,
          ...(request.variables && { variableValues: request.variables }),
          operationName,
        })
        return result as Executed
      },
    }
  }

  async stop(): Promise<void> {
    this.composition.stop()
    await this.services.close()
  }

  private adopt(supergraph: string): void {
    const api = getStitchedSchemaFromSupergraphSdl({
      supergraphSdl: supergraph,
      batch: true,
      batchDelegateOptions: { maxBatchSize: MOST_ENTITIES },
      onSubschemaConfig: (config) => {
        // The name of a service in a supergraph is in capitals; its address has it as it is.
        const service = new URL(config.endpoint).hostname
        config.executor = service === this.own.name ? ownExecutor(this.own.schema) : serviceExecutor(this.services, service)
      },
    })
    this.schema = { api, supergraph }
    for (const listener of this.listeners) listener({ apiSchema: api, coreSupergraphSdl: supergraph })
  }
}

function ownExecutor(schema: GraphQLSchema): Executor {
  const own = ({ document, variables, context, operationName }: Part) =>
    execute({
      schema,
      document,
      ...(variables && { variableValues: variables }),
      contextValue: context,
      ...(operationName && { operationName }),
    })
  return own as Executor
}
