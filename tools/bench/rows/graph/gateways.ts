import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import type { Contest, Line, Row } from '../../row'
import { federationOne } from '../../sides/federation-one'
import { cpuSecondsOf } from '../../sides/metrics'
import { PeerGateways, type PeerGateway } from '../../sides/peer-gateways'
import { Requests } from '../../sides/requests'
import { ServicesAlone } from '../../bounds/services-alone'
import { rateOf, TURN_SECONDS } from '../../sides/work'
import type { City } from '../../site'

const CLIENTS = 20
const UNITS = 50
const PLACES = 150
const questions = {
  'list of one service': {
    query: `query ($after: Cursor) { units(type: "SOCIETY", first: ${UNITS}, after: $after) { nodes { id name from version } } }`,
    mercurius: 1.5,
  },
  'list over two services': {
    query: `query ($after: Cursor) { units(type: "SOCIETY", first: ${UNITS}, after: $after) { nodes {
      id name bodies { terms { seats { id title holders { person { name } } } } }
    } } }`,
    mercurius: 2.5,
  },
  'point read': { query: 'query ($id: ID!) { unit(id: $id) { id name from version } }', mercurius: 0.9 },
} as const
/** Of each Federation 2 gateway. */
const AIM = 3
const OURS = 'ours'

/**
 * A gateway that is asked. No two requests at once are the same: some gateways give one service's answer to all who ask the same meanwhile, which
 * people, each with a token of his own, never do.
 */
interface Graph {
  url: string
  requests: Requests
  /** Where a list may begin, and which unit may be read. */
  places: readonly { after: string; id: string }[]
}

/**
 * The same three questions to our gateway and to others, over the same services. The others check no session and no limits: they pass on
 * the caller token that comes with the request. The bound: the services asked directly, as a gateway that costs nothing would ask them.
 */
export const gateways: Row = {
  number: 2,
  async prepare(site) {
    const { rig, session } = await site.network()
    const peers = new PeerGateways(site.bench.settings.root, join(site.bench.settings.home, 'logs'))
    peers.install()
    const parts = await partsOf(rig)
    const started = await startAll(peers, parts)
    const graphs = new Map([[OURS, await graphAt(rig.gateway, () => Promise.resolve(`Bearer ${session}`))]])
    for (const [name, { url }] of started) graphs.set(name, await graphAt(url, rig.authorization))
    const services = new ServicesAlone(rig, CLIENTS)
    // Where lists go on is told to each caller apart: these are the places of him as whom the others ask.
    const [, other] = graphs.values()
    const alone = await services.questions(other?.places ?? [], {
      list: questions['list of one service'].query,
      point: questions['point read'].query,
    })
    return {
      sizes: `${UNITS} units, ${TURN_SECONDS} s a round, ${CLIENTS} clients`,
      ...(await sidesAndLines(graphs, alone)),
      end: async () => {
        await services.close()
        for (const { requests } of graphs.values()) await requests.close()
        for (const { stop } of started.values()) await stop()
      },
    }
  },
}

/** The services' parts of the graph, as they tell them, and where they are. */
async function partsOf({ processes }: City['rig']): Promise<{ name: string; url: string; sdl: string }[]> {
  const services = ['organization', 'membership', 'activity', 'reporting'] as const
  return Promise.all(
    services.map(async (name) => {
      const { url } = processes[name]
      const graph = new Requests(url, () => Promise.resolve(''), 1)
      const { _service: told } = await graph.ask<{ _service: { sdl: string } }>('{ _service { sdl } }')
      await graph.close()
      return { name, url: `${url}/graphql`, sdl: told.sdl }
    }),
  )
}

async function startAll(peers: PeerGateways, parts: Awaited<ReturnType<typeof partsOf>>): Promise<Map<string, PeerGateway>> {
  const { supergraphSdl, errors } = composeServices(parts.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })))
  if (!supergraphSdl) throw new Error(`the services do not fit together: ${errors?.join()}`)
  const twin = JSON.stringify(parts.map(({ name, url, sdl }) => ({ name, url, schema: federationOne(name, sdl) })))
  return new Map([
    ['Apollo Gateway', await peers.start('apollo.mjs', supergraphSdl)],
    ['Hive Gateway, stitching', await peers.start('hive.mjs', supergraphSdl)],
    ['Hive Gateway, Rust planner', await peers.start('hive.mjs', supergraphSdl, 'rust')],
    ['Mercurius with JIT', await peers.start('mercurius.mjs', twin)],
  ])
}

async function graphAt(url: string, authorization: () => Promise<string>): Promise<Graph> {
  const requests = new Requests(url, authorization, CLIENTS)
  const { units } = await requests.ask<{ units: { edges: { cursor: string; node: { id: string } }[] } }>(
    `{ units(type: "SOCIETY", first: ${PLACES}) { edges { cursor node { id } } } }`,
  )
  return { url, requests, places: units.edges.map(({ cursor, node }) => ({ after: cursor, id: node.id })) }
}

/**
 * A side for each gateway and question, once all gateways have given the same answer. On one machine the services' own work hides much of what
 * a gateway costs: so each side's processor time is told as well, that of the gateway's process in the side's last turn, a request.
 */
async function sidesAndLines(
  graphs: ReadonlyMap<string, Graph>,
  alone: Record<keyof typeof questions, () => Promise<unknown>>,
): Promise<Pick<Contest, 'sides' | 'lines'>> {
  const sides: Contest['sides'] = {}
  const lines: Line[] = []
  for (const [question, { query, mercurius }] of Object.entries(questions)) {
    const bound = `${question}, services alone`
    sides[bound] = () => rateOf(CLIENTS, alone[question as keyof typeof questions])
    const bodyAt = ({ after, id }: Graph['places'][number]) =>
      JSON.stringify({ query, variables: query.includes('$id') ? { id } : { after } })
    const expected = await dataOf(OURS, graphs.get(OURS), bodyAt)
    for (const [name, graph] of graphs) {
      if (!isDeepStrictEqual(await dataOf(name, graph, bodyAt), expected))
        throw new Error(`${name} gives another answer to the ${question}`)
      let milliseconds = Number.NaN
      const [side, cost] = [`${question}, ${name}`, `${question}, ${name}, processor`]
      sides[side] = async () => {
        const { rate, cpu } = await turn(name, graph, graph.places.map(bodyAt))
        milliseconds = cpu
        return rate
      }
      sides[cost] = () => Promise.resolve(milliseconds)
      if (name === OURS) continue
      const times = name.startsWith('Mercurius') ? mercurius : AIM
      const [ours, line] = [`${question}, ${OURS}`, `${question} ÷ ${name}`]
      lines.push({ name: line, unit: 'requests/s', ours, theirs: side, bound, aim: { ratioAtLeast: times } })
      const aim = { ratioAtMost: Math.round(100 / times) / 100 }
      lines.push({ name: `${line}, processor time`, unit: 'ms/request', ours: `${ours}, processor`, theirs: cost, aim })
    }
  }
  return { sides, lines }
}

/** Asks for one place after the other. An answer with an error is no answer. */
async function turn(name: string, { url, requests }: Graph, bodies: readonly string[]): Promise<{ rate: number; cpu: number }> {
  const before = await cpuSecondsOf(url)
  let [asked, done] = [0, 0]
  const rate = await rateOf(CLIENTS, async () => {
    const text = await requests.text(bodies[asked++ % bodies.length] ?? '')
    if (!text.includes('"data":{') || text.includes('"errors":')) throw new Error(`${name} does not answer: ${text.slice(0, 300)}`)
    done += 1
  })
  return { rate, cpu: (((await cpuSecondsOf(url)) - before) * 1_000) / done }
}

type BodyAt = (place: Graph['places'][number]) => string

async function dataOf(name: string, graph: Graph | undefined, bodyAt: BodyAt): Promise<unknown> {
  const [place] = graph?.places ?? []
  const text = (place && (await graph?.requests.text(bodyAt(place)))) ?? ''
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown }
  if (errors || !data) throw new Error(`${name} does not answer: ${text.slice(0, 500)}`)
  return data
}
