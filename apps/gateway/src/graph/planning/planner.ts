import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { buildSchema, OperationTypeNode, print, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import { partsOf } from './introspection'
import { operationIn, stepOf, type RootStep, type Step } from './plan'
import { Selections } from './selections'
import { conditionsIn, sameKeys, Shapes, type Shape, type Variables } from './shapes'

/** An operation, planned. */
export interface Plan {
  step: Step | undefined
  /** What is asked of the schema. */
  schema: DocumentNode | undefined
  /** The step of the one service whose answer is the answer, as it comes. */
  whole: RootStep | undefined
  /** The shape of the answer, as the variables have it. */
  shape: (variables: Variables) => Shape
}

/** Milliseconds. */
const PLANNED_WITHIN = 5_000
/** Of one operation. */
const MOST_SHAPES = 64

/** Plans operations over one composed graph, each once: a plan is kept as long as its parsed text is. */
export class Planner {
  /** The graph as askers see it. */
  readonly api: GraphQLSchema
  private readonly planner: QueryPlanner
  private readonly plans = new WeakMap<OperationDefinitionNode, Promise<Plan>>()

  constructor(supergraph: string) {
    this.planner = new QueryPlanner(supergraph)
    this.api = buildSchema(this.planner.consumerSchema, { assumeValid: true })
  }

  planOf(document: DocumentNode, operation: OperationDefinitionNode): Promise<Plan> {
    const known = this.plans.get(operation)
    if (known) return known
    const plan = this.make(document, operation)
    this.plans.set(operation, plan)
    plan.catch(() => this.plans.delete(operation))
    return plan
  }

  private async make(document: DocumentNode, operation: OperationDefinitionNode): Promise<Plan> {
    const { services, schema } = partsOf(document, operation)
    const step = services && (await this.stepFor(print(services)))
    const selections = new Selections(document)
    return { step, schema, whole: this.wholeOf(step, operation, selections), shape: this.shapes(document, operation, selections) }
  }

  /** Planned on a thread of its own, within its time: the gateway goes on meanwhile. */
  private async stepFor(text: string): Promise<Step | undefined> {
    const { node } = await this.planner.planAsync(text, null, new Set(), 0, AbortSignal.timeout(PLANNED_WITHIN))
    return node && stepOf(node)
  }

  /** One service answers the whole when it is asked for the same keys as the gateway. */
  private wholeOf(step: Step | undefined, operation: OperationDefinitionNode, selections: Selections): RootStep | undefined {
    if (step?.kind !== 'root' || step.after.length > 0) return undefined
    const { document } = step.question
    const same = sameKeys(
      this.api,
      this.rootOf(operation),
      [selections, [operation.selectionSet]],
      [new Selections(document), [operationIn(document).selectionSet]],
    )
    return same ? step : undefined
  }

  /** Shapes differ only by what `@skip` and `@include` say; each is made once. */
  private shapes(document: DocumentNode, operation: OperationDefinitionNode, selections: Selections): Plan['shape'] {
    const root = this.rootOf(operation)
    const conditions = conditionsIn(document)
    const shapes = new Map<string, Shape>()
    return (variables) => {
      const key = conditions.map((name) => (variables[name] === true ? '1' : '0')).join('')
      const known = shapes.get(key)
      if (known) return known
      const shape = new Shapes(this.api, selections, variables).of(root, [operation.selectionSet])
      if (shapes.size >= MOST_SHAPES) shapes.clear()
      shapes.set(key, shape)
      return shape
    }
  }

  private rootOf({ operation }: OperationDefinitionNode) {
    const root = operation === OperationTypeNode.MUTATION ? this.api.getMutationType() : this.api.getQueryType()
    if (!root) throw new Error(`the graph has no ${operation}`)
    return root
  }
}
