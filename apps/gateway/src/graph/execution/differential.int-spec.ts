import { createLogger } from '@sizhang/service-kit'
import { getOperationAST, parse, validate, type ExecutionResult } from 'graphql'
import { compose } from '../../composition/compose'
import { Services } from '../../composition/services'
import { operations, someOperations, type Operation } from '../../testing/differential/operations'
import { referenceGraph } from '../../testing/differential/reference-graph'
import { threeServices } from '../../testing/differential/three-services'
import type { TinyService } from '../../testing/tiny-service'
import { errorFor } from '../errors'
import { serviceSource, type GraphContext } from '../sources'
import { Executor } from './executor'
import { PassedOn, textOf } from './passed-on'

const logger = createLogger('gateway-test', 'silent')
/** A pair of executors over the same services: ours, and the library's. */
interface Pair {
  services: Services
  ours: Executor
  reference: ReturnType<typeof referenceGraph>
}

let tiny: Map<string, TinyService>
let pair: Pair

beforeAll(async () => {
  tiny = await threeServices()
  pair = await pairOver()
})
afterAll(async () => {
  await pair.services.close()
  await Promise.all([...tiny.values()].map((service) => service.goAway()))
})

async function pairOver(answersWithin?: number): Promise<Pair> {
  const services = new Services(new Map([...tiny].map(([name, { url }]) => [name, url])), answersWithin)
  const names = [...tiny.keys()]
  const parts = await Promise.all(names.map(async (name) => [name, await services.sdlOf(name)] as const))
  const composed = compose(new Map(parts))
  if ('problems' in composed) throw new Error(composed.problems.join('\n'))
  const ours = new Executor(composed.supergraph, new Map(names.map((name) => [name, serviceSource(services, name)])))
  return { services, ours, reference: referenceGraph(composed.supergraph, services) }
}

/** Where the operations ask for the name of a person who is gone: its service knows nobody of that id. */
const GONE = /\.again$/

/**
 * What an executor says: its data, and for each null that errors explain the codes of these. Indexes of lists are left out: the library does
 * not give them, and a null beside the right one would be taken for it.
 */
interface Told {
  data: unknown
  codes: Map<string, Set<string>>
  /** Where a null that may not be is all that was said. */
  blames: Set<string>
}

/** What two executors say of one operation. */
async function both({ ours, reference }: Pair, [text, variables = {}]: Operation): Promise<{ ours: Told; reference: Told }> {
  const document = parse(text)
  const operation = getOperationAST(document)
  if (!operation) throw new Error(`no operation: ${text}`)
  expect(validate(ours.api, document)).toEqual([])
  const { data, errors } = await ours.execute({ document, operation, given: variables, context: contextOf() })
  const passed = data instanceof PassedOn ? (JSON.parse(textOf({ data })) as { data: ExecutionResult['data'] }).data : data
  for (const { path } of errors ?? []) expect([path, path && valueAt(passed, path)]).toEqual([path, path && null])
  return {
    ours: told({ ...(passed !== undefined && { data: passed }), ...(errors && { errors }) }),
    reference: told(await reference(document, variables, contextOf())),
  }
}

function contextOf(): GraphContext {
  return { asker: { language: 'en', headers: {}, traceId: 't' }, stale: false }
}

function told({ data, errors = [] }: ExecutionResult): Told {
  const codes = new Map<string, Set<string>>()
  const blames = new Set<string>()
  for (const error of errors) {
    const place = error.path
      ? nullAt(data, error.path)
          .filter((step) => typeof step === 'string')
          .join('.')
      : error.message
    const code = String(errorFor(contextOf().asker, error, logger).extensions?.['code'])
    codes.set(place, new Set([...(codes.get(place) ?? []), code]))
    if (error.message.startsWith('Cannot return null')) blames.add(place)
  }
  return { data: data === undefined ? undefined : JSON.parse(JSON.stringify(data)), codes, blames }
}

/** The null that an error at a path became: where several fields below it failed, an executor may name any of them. */
function nullAt(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data
  for (const [index, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, index)
    value = (value as Record<string | number, unknown>)[step]
  }
  return path
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  const place = nullAt(data, path)
  return place.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], data)
}

const answeredAlike = async (operation: Operation, executors = pair) => {
  const { ours, reference } = await both(executors, operation)
  expect(ours.data).toEqual(reference.data)
  // An entity that is not there, or not for this asker, is an answer: the reference blames the service for it, ours nobody.
  const isBlame = (place: string) => GONE.test(place) && reference.blames.has(place) && !ours.codes.has(place)
  const said = [...reference.codes].filter(([place]) => !isBlame(place))
  expect([...ours.codes.keys()].sort()).toEqual(said.map(([place]) => place).sort())
  for (const [place, codes] of said) expect([...(ours.codes.get(place) ?? [])]).toEqual(expect.arrayContaining([...codes]))
}

const titled = (cases: readonly Operation[]) =>
  cases.map((operation) => ({ title: `${operation[0]} ${JSON.stringify(operation[1] ?? {})}`, operation }))

test.each(titled(operations))('$title is answered as by the reference', ({ operation }) => answeredAlike(operation))

describe.each(['people', 'activity', 'organization'])('with %s away', (name) => {
  beforeAll(() => tiny.get(name)?.goAway())
  afterAll(() => tiny.get(name)?.comeBack())

  test.each(titled(someOperations))('$title is answered as by the reference', ({ operation }) => answeredAlike(operation))
})

test('a service that does not answer in its time costs its fields, as one that is away', async () => {
  const patient = await pairOver(500)
  tiny.get('people')?.fallSilent()
  const text = '{ units { name chairs { name } } persons { id } grid { rating events { title } } }'
  await answeredAlike([text], patient)
  tiny.get('people')?.speak()
  await patient.services.close()
})
