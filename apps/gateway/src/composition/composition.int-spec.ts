import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@sizhang/service-kit'
import { Registry } from 'prom-client'
import { TinyService } from '../testing/tiny-service'
import { until } from '../testing/until'
import { Composition } from './composition'
import { KeptParts } from './kept-parts'
import { Services } from './services'

const units = { sdl: 'type Query { units: [String!] } type Unit @key(fields: "id") { id: ID! name: String! }' }
const persons = { sdl: 'type Query { persons: [String!] } type Unit @key(fields: "id") { id: ID! staff: [String!] }' }
/** A field that another service already has, without both saying that they share it. */
const clash = { sdl: 'type Query { persons: [String!] } type Unit @key(fields: "id") { id: ID! name: String! }' }

let folder: string
let organization: TinyService
let membership: TinyService
const open: { composition: Composition; services: Services }[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'composition-'))
  organization = await TinyService.start(units)
  membership = await TinyService.start(persons)
})
afterEach(async () => {
  for (const { composition, services } of open.splice(0)) {
    composition.stop()
    await services.close()
  }
  await Promise.all([organization.goAway(), membership.goAway(), rm(folder, { recursive: true })])
})

const file = () => join(folder, 'supergraph.json')

/** The graph of both services, as this process composes it. */
async function composed(
  pollMs = 50,
  adopt: (graph: string) => void = () => undefined,
): Promise<{ composition: Composition; graphs: string[]; metrics: Registry }> {
  const urls = new Map([
    ['organization', organization.url],
    ['membership', membership.url],
  ])
  const services = new Services(urls)
  const [graphs, metrics]: [string[], Registry] = [[], new Registry()]
  const own = new Map([['gateway', 'type Query { topics: [String!] }']])
  const logger = createLogger('gateway', 'fatal')
  const composition = new Composition({ services, own, kept: new KeptParts(file()), logger, registry: metrics, pollMs })
  open.push({ composition, services })
  await composition.start((graph) => {
    adopt(graph)
    graphs.push(graph)
  })
  return { composition, graphs, metrics }
}

test('the graph is made of what the services tell and what the gateway answers itself', async () => {
  const { composition, graphs } = await composed()
  for (const field of ['units', 'persons', 'topics', 'staff']) expect(graphs.at(-1)).toContain(field)
  expect(composition.health()).toMatchObject({ ready: true, detail: { missing: [], problems: [] } })
})

test('a service that tells something new is composed while the gateway runs', async () => {
  const { graphs } = await composed()
  membership.change({ sdl: persons.sdl.replace('staff: [String!]', 'staff: [String!] "advisers" advisers: [String!]') })
  await until(() => graphs.at(-1)?.includes('advisers'))
})

test('a part that does not fit changes nothing, and health and metrics say why until it does', async () => {
  const { composition, graphs, metrics } = await composed()
  const before = graphs.length
  membership.change(clash)
  await until(() => JSON.stringify(composition.health().detail).includes('Unit.name'))
  expect(graphs).toHaveLength(before)
  expect(composition.health().ready).toBe(true)
  expect(await metrics.metrics()).toMatch(/gateway_compositions_total\{outcome="refused"\} [1-9]/)
  membership.change(persons)
  await until(() => JSON.stringify(composition.health().detail).includes('"problems":[]'))
})

test('a graph on which nothing can be planned leaves the last good one in place, and health says why', async () => {
  const adopted: string[] = []
  const { composition } = await composed(50, (graph) => {
    if (graph.includes('advisers')) throw new Error('no plan can be made')
    adopted.push(graph)
  })
  membership.change({ sdl: persons.sdl.replace('staff: [String!]', 'advisers: [String!]') })
  await until(() => JSON.stringify(composition.health().detail).includes('no plan can be made'))
  expect(composition.health().ready).toBe(true)
  expect(adopted.at(-1)).toContain('staff')
  membership.change({ sdl: persons.sdl.replace('staff: [String!]', 'deputies: [String!]') })
  await until(() => adopted.at(-1)?.includes('deputies'))
})

test('a service that goes away stays in the graph', async () => {
  const { composition, graphs } = await composed()
  await membership.goAway()
  organization.change({ sdl: units.sdl.replace('name: String!', 'name: String! formerName: String') })
  await until(() => graphs.at(-1)?.includes('formerName'))
  expect(graphs.at(-1)).toContain('staff')
  expect(composition.health()).toMatchObject({ ready: true, detail: { missing: [] } })
})

test('a service that is away at the start stands in the graph as it was last', async () => {
  await composed()
  await membership.goAway()
  const { composition, graphs } = await composed()
  expect(graphs.at(-1)).toContain('staff')
  expect(composition.health().ready).toBe(true)
})

test('a service that comes after the gateway, and has changed meanwhile, is asked at once and not after the usual pause', async () => {
  await composed()
  await membership.goAway()
  const { graphs } = await composed(600_000)
  membership.change({ sdl: persons.sdl.replace('staff: [String!]', 'staff: [String!] advisers: [String!]') })
  await membership.comeBack()
  await until(() => graphs.at(-1)?.includes('advisers'))
})

test('a service that never came is missing until it comes, and the gateway waits for it before it is ready', async () => {
  await membership.goAway()
  const { composition, graphs, metrics } = await composed()
  expect(graphs.at(-1)).toContain('units')
  expect(composition.health()).toMatchObject({ ready: false, detail: { missing: ['membership'] } })
  expect(await metrics.metrics()).toContain('gateway_services_missing 1')
  await membership.comeBack()
  await until(() => composition.health().ready)
  expect(graphs.at(-1)).toContain('staff')
  expect(await metrics.metrics()).toMatch(/gateway_services_missing 0\n[^]*gateway_services_silent 0\n/)
})

test('a service that goes away stays in the graph, and is counted as silent until it answers', async () => {
  const { metrics } = await composed()
  await membership.goAway()
  await until(async () => /services_missing 0\n[^]*services_silent 1\n/.test(await metrics.metrics()))
  await membership.comeBack()
  await until(async () => /services_silent 0\n/.test(await metrics.metrics()))
})

test('parts that no longer fit at the start leave the graph that was kept', async () => {
  await composed()
  membership.change(clash)
  const { graphs } = await composed()
  expect(graphs.at(-1)).toContain('staff')
})

test('what was kept is whole, and a damaged file is as good as none', async () => {
  await composed()
  expect(Object.keys(JSON.parse(await readFile(file(), 'utf8')) as object)).toEqual(['gateway', 'organization', 'membership'])
  await writeFile(file(), '{"organization": "type Qu')
  expect((await composed()).graphs.at(-1)).toContain('staff')
})
