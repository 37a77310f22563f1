import { getVariableValues, type DocumentNode, type ExecutionResult, type OperationDefinitionNode } from 'graphql'
import { answerIn, type GraphContext, type Source } from '../sources'
import { Execution, givenTo, type Answer } from './execution'
import { ofItself } from '../planning/introspection'
import { PassedOn } from './passed-on'
import type { Question } from '../planning/plan'
import { Planner } from '../planning/planner'
import { isOf, type Variables } from '../planning/shapes'

/** Of the variables of one request; nobody reads more. */
const MOST_ERRORS = 50

/** One request, checked against the graph. */
interface Request {
  document: DocumentNode
  operation: OperationDefinitionNode
  given: Variables
  context: GraphContext
}

/** What is said to a request; text of one service alone is passed on. */
type Executed = Omit<ExecutionResult, 'data'> & { data?: ExecutionResult['data'] | PassedOn }

/** Executes operations of one composed graph across the services. */
export class Executor {
  private readonly planner: Planner

  /** @param sources who answers for each service */
  constructor(
    supergraph: string,
    private readonly sources: ReadonlyMap<string, Source>,
  ) {
    this.planner = new Planner(supergraph)
  }

  /** The graph as askers see it. */
  get api() {
    return this.planner.api
  }

  async execute({ document, operation, given, context }: Request): Promise<Executed> {
    const { coerced, errors } = getVariableValues(this.api, operation.variableDefinitions ?? [], given, { maxErrors: MOST_ERRORS })
    // One more than these says that there are too many: no fault of a value, and none of the product.
    if (errors) return { errors: errors.slice(0, MOST_ERRORS) }
    const plan = await this.planner.planOf(document, operation)
    const ask = (question: Question, variables: string) => this.source(question)(question, variables, context)
    const read = (answer: string | Answer, { service }: Question) =>
      typeof answer === 'string' ? answerIn(answer, service, context) : answer
    const execution = new Execution({
      isOf: (typename, condition) => isOf(this.api, typename, condition),
      ask: async (question, variables) => read(await ask(question, variables), question),
      given,
      variables: coerced,
    })
    if (plan.schema) execution.add(ofItself(this.api, plan.schema, coerced))
    if (plan.whole) {
      const { question } = plan.whole
      const answer = await ask(question, givenTo(question, given))
      const passed = typeof answer === 'string' && PassedOn.of(answer)
      if (passed) return { data: passed }
      execution.take(plan.whole, read(answer, question))
    } else if (plan.step) await execution.run(plan.step)
    return execution.answer(plan.shape(coerced))
  }

  private source({ service }: Question): Source {
    const source = this.sources.get(service)
    if (!source) throw new Error(`a plan asks ${service}, which is no service of the graph`)
    return source
  }
}
