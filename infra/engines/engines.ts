import { explain, Problem } from '../processes'
import { dockerAddress, startDocker, stopDocker, whyNoDocker } from './docker'
import { kafka } from './kafka'
import { answersAsKafka } from './kafka-wire'
import { endOf, type Kind, type LocalEngine, startLocal, stopLocal } from './local'
import { mongo, requireMongo } from './mongo'
import type { EngineSettings } from './settings'

export interface Engines {
  /** Kafka's bootstrap addresses. */
  brokers: string
  /** MongoDB's address, without a database. */
  mongoUri: string
  /** How each was come by: given by the environment, a Docker container, a local process of ours, or one left running. */
  ways: { kafka: Way; mongo: Way }
  /** Milliseconds until both were ready. */
  took: number
  /** The local processes that were started here. */
  own: OwnEngine[]
  /** Stops what was started here, and nothing else. */
  stop: () => Promise<void>
}

export interface OwnEngine {
  name: string
  log: string
  /** Resolves when the process has ended. */
  ended: () => Promise<void>
  /** Starts it again on the same data. */
  restart: () => Promise<void>
}

type Way = 'given' | 'docker' | 'local' | 'running'

interface Started {
  address: string
  way: Way
  local?: LocalEngine
}

/** Starts Kafka and MongoDB at once, each by the way that was asked for, else by the first that fits: the environment's, Docker's, local processes. */
export async function startEngines(settings: EngineSettings): Promise<Engines> {
  const from = Date.now()
  const given = settings.way ? {} : givenAddresses()
  const missing = [kafka, mongo].filter(({ name }) => !given[name])
  const useDocker = missing.length > 0 && (await dockerFits(missing, settings))
  const start = async (kind: Kind): Promise<Started> => {
    const address = given[kind.name]
    if (address) return { address: await check(kind, address), way: 'given' }
    if (useDocker) return { address: dockerAddress(kind, settings), way: 'docker' }
    const local = await startLocal(kind, settings)
    return { address: local.address, way: local.child ? 'local' : 'running', local }
  }
  const [first, second] = await Promise.allSettled([start(kafka), start(mongo)])
  const started = [first, second].flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const stop = async () => {
    const own = started.flatMap(({ way, local }) => (way === 'local' && local ? [local.kind] : []))
    await Promise.all(own.map((kind) => stopLocal(kind, settings)))
    if (useDocker) await stopDocker(settings)
  }
  if (first.status === 'rejected' || second.status === 'rejected') {
    await stop()
    throw first.status === 'rejected' ? first.reason : (second as PromiseRejectedResult).reason
  }
  return {
    brokers: first.value.address,
    mongoUri: second.value.address,
    ways: { kafka: first.value.way, mongo: second.value.way },
    took: Date.now() - from,
    own: started.flatMap(({ local }) => (local?.child ? [ownEngine(local, settings)] : [])),
    stop,
  }
}

function givenAddresses(): { kafka?: string | undefined; mongo?: string | undefined } {
  return { kafka: process.env['KAFKA_BROKERS'], mongo: process.env['MONGODB_URI'] }
}

function ownEngine(first: LocalEngine, settings: EngineSettings): OwnEngine {
  let current = first
  return {
    name: first.kind.title,
    log: first.log,
    ended: () => endOf(current),
    restart: async () => {
      current = await startLocal(first.kind, settings)
    },
  }
}

/** Stops the engines of these settings, whoever started them; says which there were. */
export async function stopEngines(settings: EngineSettings): Promise<string[]> {
  const stopped = await Promise.all([kafka, mongo].map(async (kind) => ((await stopLocal(kind, settings)) ? [kind.title] : [])))
  return stopped.flat()
}

/** Docker is taken when its engine answers and its containers come up; otherwise the reason is said and local processes follow. */
async function dockerFits(kinds: Kind[], settings: EngineSettings): Promise<boolean> {
  if (settings.way === 'local') return false
  const why = await whyNoDocker()
  if (why && settings.way === 'docker') {
    throw new Problem(
      `Docker 不可用。请启动 Docker，或去掉 --engines docker。`,
      `Docker cannot be used (${why}). Start it, or leave --engines docker out.`,
    )
  }
  if (why) return false
  return startDocker(kinds, settings).then(
    () => true,
    (error: unknown) => {
      if (settings.way === 'docker') throw error
      settings.say(`${explain(error)}\n改用本机进程 / going on with local processes`)
      return false
    },
  )
}

async function check(kind: Kind, address: string): Promise<string> {
  if (kind === mongo) {
    await requireMongo(address)
  } else if (!(await answersAsKafka(address))) {
    throw new Problem(`KAFKA_BROKERS 指定的 ${address} 没有应答。`, `No Kafka answers at ${address}, which KAFKA_BROKERS names.`)
  }
  return address
}
