import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation'
import { execute, print, type DocumentNode, type ExecutionResult } from 'graphql'
import type { Services } from '../../composition/services'
import { answerIn, serviceSource, type GraphContext } from '../../graph/sources'
import { atTheirPlaces } from './error-places'

interface Part {
  document: DocumentNode
  variables?: Record<string, unknown>
  context: GraphContext
}

/** The same composed graph executed by a library, which plans and joins in ways of its own: what it answers, ours must answer. */
export function referenceGraph(supergraph: string, services: Services) {
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: supergraph,
    batch: true,
    onSubschemaConfig: (config) => {
      const service = new URL(config.endpoint).hostname
      const source = serviceSource(services, service)
      const ask = async ({ document, variables = {}, context }: Part): Promise<ExecutionResult> => {
        const question = { service, document, json: JSON.stringify(print(document)), variables: [] }
        const answer = await source(question, JSON.stringify(variables), context)
        return typeof answer === 'string' ? answerIn(answer, service, context) : answer
      }
      config.executor = ask as typeof config.executor
    },
  })
  return async (document: DocumentNode, variableValues: Record<string, unknown>, contextValue: GraphContext): Promise<ExecutionResult> => {
    const { data, errors } = await execute({ schema, document, variableValues, contextValue })
    return { ...(data !== undefined && { data }), ...(errors && { errors: atTheirPlaces(errors, data) }) }
  }
}
