import type { ExecutionResult, GraphQLError } from 'graphql'
import { Completion, placed, type Gap, type Path } from './completion'
import { merge, rewritten, type Tree } from './merge'
import { gather, pathsOf, type Asked } from './places'
import type { Question, RootStep, Step } from '../planning/plan'
import type { IsOf, Shape, Variables } from '../planning/shapes'

/** What a service says. */
export interface Answer {
  data?: Tree | null
  errors?: readonly GraphQLError[]
}

interface ExecutionParts {
  isOf: IsOf
  /** Asks a service. @param variables as JSON */
  ask: (question: Question, variables: string) => Promise<Answer>
  /** As the asker gave them. */
  given: Variables
  /** With defaults, as the graph understands them. */
  variables: Variables
}

type EntitiesStep = Extract<Step, { kind: 'entities' }>

/** Entities are asked for in lists of at most so many. */
const MOST_ENTITIES = 500

/** Carries out one plan: what the services say is put together as it comes, and completed to the answer. */
export class Execution {
  private readonly known: Tree = {}
  private readonly errors: GraphQLError[] = []
  private readonly gaps = new Map<object, Gap[]>()

  constructor(private readonly parts: ExecutionParts) {}

  async run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'sequence':
        for (const next of step.steps) await this.run(next)
        return
      case 'parallel':
        await Promise.all(step.steps.map((one) => this.run(one)))
        return
      case 'condition': {
        const branch = this.parts.variables[step.variable] === true ? step.met : step.unmet
        if (branch) await this.run(branch)
        return
      }
      case 'root':
        this.take(step, await this.parts.ask(step.question, givenTo(step.question, this.parts.given)))
        return
      case 'entities':
        await this.entities(step)
    }
  }

  /** Takes in what a service said of the root. */
  take({ keys, after }: RootStep, { data, errors = [] }: Answer): void {
    if (data) this.add(rewritten(data, after, this.parts.isOf))
    const [there, nowhere] = parted(errors, ({ path }) => Boolean(data || path?.length))
    this.errors.push(...there)
    if (!data) this.lacks([this.known], keys, nowhere)
  }

  /** Adds to the root what is known of it. */
  add(data: Tree): void {
    merge(this.known, data)
  }

  /** The answer, in the shape that was asked for. */
  answer(shape: Shape): ExecutionResult {
    return new Completion(this.gaps, this.errors).of(shape, this.known)
  }

  private async entities({ question, groups }: EntitiesStep): Promise<void> {
    const asked = groups.map((group) => gather(group, this.known, this.parts.isOf, (place) => this.lacksAsBefore(place, group.keys)))
    const most = Math.max(...asked.map(({ keys }) => keys.length))
    const turns: Promise<void>[] = []
    for (let from = 0; from < most; from += MOST_ENTITIES)
      turns.push(
        this.turn(
          question,
          asked.map((one) => someOf(one, from)),
        ),
      )
    await Promise.all(turns)
  }

  private async turn(question: Question, asked: readonly Asked[]): Promise<void> {
    const representations = asked.map(({ group, keys }) => `"${group.variable}":[${keys.join()}]`)
    const answer = await this.parts.ask(question, givenTo(question, this.parts.given, representations))
    const errors = answer.errors ?? []
    for (const one of asked) {
      const { group, places } = one
      const found = answer.data?.[group.alias]
      const own = errors.filter(({ path }) => path?.[0] === group.alias)
      if (!Array.isArray(found)) {
        this.lacks(places.flat(), group.keys, own.length > 0 ? own : errors)
        continue
      }
      this.placeErrors(one, own)
      rewritten(found, group.after, this.parts.isOf)
      for (const [index, objects] of places.entries()) {
        const entity: unknown = found[index]
        if (typeof entity === 'object' && entity !== null)
          for (const [nth, object] of objects.entries()) merge(object, entity as Tree, nth > 0)
        // It is not there, or not for this asker: that is an answer, and nobody's fault.
        else if (entity === null) this.lacks(objects, group.keys, [])
      }
    }
    const aliases = new Set<unknown>(asked.map(({ group }) => group.alias))
    if (answer.data) this.errors.push(...errors.filter(({ path }) => !aliases.has(path?.[0])))
  }

  /** An error of an entity stands at each place of that entity. */
  private placeErrors({ group, places }: Asked, errors: readonly GraphQLError[]): void {
    if (errors.length === 0) return
    const paths = pathsOf(group, this.known, this.parts.isOf)
    for (const error of errors) {
      const [, index, ...below] = error.path ?? []
      const objects = places[Number(index)] ?? []
      this.lacks(objects, group.keys, below.length === 0 ? [error] : [])
      if (below.length > 0) this.errors.push(...objects.map((object) => placed(error, [...(paths.get(object) ?? NOWHERE), ...below])))
    }
  }

  /** What is missing of an entity because what its service needs to know of it is missing already, for the same reasons. */
  private lacksAsBefore(place: Tree, keys: ReadonlySet<string>): void {
    const errors = (this.gaps.get(place) ?? []).flatMap((gap) => gap.errors)
    if (errors.length > 0) this.lacks([place], keys, [...new Set(errors)])
  }

  private lacks(objects: readonly Tree[], keys: ReadonlySet<string>, errors: readonly GraphQLError[]): void {
    for (const object of objects) this.gaps.set(object, [...(this.gaps.get(object) ?? []), { keys, errors }])
  }
}

const NOWHERE: Path = []

/**
 * The variables that a service is given, as JSON.
 * @param others members of the object beside those that the asker gave
 */
export function givenTo({ variables }: Question, given: Variables, others: readonly string[] = []): string {
  const asked = variables.filter((name) => given[name] !== undefined).map((name) => `"${name}":${JSON.stringify(given[name])}`)
  return `{${[...others, ...asked].join()}}`
}

function someOf({ group, keys, places }: Asked, from: number): Asked {
  return { group, keys: keys.slice(from, from + MOST_ENTITIES), places: places.slice(from, from + MOST_ENTITIES) }
}

function parted<Item>(items: readonly Item[], into: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(into), items.filter((item) => !into(item))]
}
