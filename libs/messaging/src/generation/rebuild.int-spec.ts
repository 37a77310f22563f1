import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Controller } from '@nestjs/common'
import { UnitEstablished, type EventOf } from '@sizhang/contracts'
import { engines, freshNames, type FreshNames } from '@sizhang/testing'
import { inGeneration, Rebuild, RebuildStopped, When, type Write } from '../index'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { recordIn, UNITS } from '../testing/facts'
import { loseTopic, put, settingsFor } from '../testing/kafka-log'
import { startInstance, type Instance } from '../testing/service'
import { until } from '../testing/until'
import { changeState, readModelState, type Step } from './state'

@Controller()
class History {
  @When(UnitEstablished)
  noteUnitWhenUnitEstablished({ subject, sequence }: EventOf<typeof UnitEstablished>): Write[] {
    return [
      { into: 'history', id: `${subject}:${sequence}`, set: { unitId: subject } },
      { into: 'latest', id: subject, set: { unitId: subject } },
    ]
  }
}

/** An instance, and which generation its requests are answered from. */
interface Serving extends Instance {
  shows: () => number
}

/** What the database says of a question. */
interface Examined {
  executionStats: { totalDocsExamined: number }
}

let names: FreshNames
let database: OpenDatabase
let rebuild: Rebuild
const instances: Serving[] = []

beforeEach(async () => {
  names = freshNames()
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
  rebuild = new Rebuild(database.db)
})
afterEach(async () => {
  await Promise.all(instances.splice(0).map(({ stop }) => stop()))
  await database.close()
  await names.drop()
})

const kafka = () => settingsFor(names.topicPrefix, engines().brokers)
async function instance(): Promise<Serving> {
  let shown = 0
  const readers = {
    names: () => ['history', 'latest'],
    prepare: async () => undefined,
    show: (generation: number) => void (shown = generation),
  }
  const started = { ...(await startInstance(kafka(), () => database.db, [History], { readers })), shows: () => shown }
  instances.push(started)
  await until(() => started.strategy.health().ready)
  return started
}
const records = (unitId: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => recordIn(unitId, from + place))
const latestIn = async (generation: number, unitId: string) =>
  (await inGeneration(database.db, generation).collection<{ _id: string; seq: number }>('latest').findOne({ _id: unitId }))?.seq ?? 0
const countIn = (generation: number, unitId: string) =>
  inGeneration(database.db, generation).collection('history').countDocuments({ unitId })
const applied = (unitId: string, seq: number) =>
  until(
    async () =>
      (await latestIn((await rebuild.state()).live, unitId)) === seq && (await countIn((await rebuild.state()).live, unitId)) === seq,
  )
const collections = async () => (await database.db.listCollections().toArray()).map(({ name }) => name).sort()
async function built(): Promise<void> {
  const state = await rebuild.begin()
  await rebuild.takenUp(state, 10_000)
}

/** Publishes facts of a unit one after the other until it is stopped; answers how many. */
function load(unitId: string): () => Promise<number> {
  const stopped = new AbortController()
  let seq = 0
  const running = (async () => {
    for (; !stopped.signal.aborted; await wait(5)) await put(kafka(), records(unitId, (seq += 1), seq))
  })()
  return async () => {
    stopped.abort()
    await running
    return seq
  }
}

test('at the swap all instances go over at one place of the log: whoever asks any of them sees no fact come and go', async () => {
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 1))
  const [one, other] = [await instance(), await instance()]
  const facts: string[] = []
  let seen = 0
  const [looking, published] = [new AbortController(), load(unitId)]
  const looks = (async () => {
    while (!looking.signal.aborted)
      for (const each of [one, other]) {
        const latest = await latestIn(each.shows(), unitId)
        if (latest < seen) facts.push(`${latest} after ${seen}`)
        seen = Math.max(seen, latest)
      }
  })()
  await built()
  const { live, former } = await rebuild.swap()
  expect([live, former, one.shows(), other.shows()]).toEqual([1, 0, 1, 1])
  await until(() => seen > 20)
  const last = await published()
  await applied(unitId, last)
  looking.abort()
  await looks
  expect(facts).toEqual([])
})

test('the former read models stay as they were; the way back brings them up to date first', async () => {
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 3))
  await instance()
  await applied(unitId, 3)
  await built()
  await rebuild.swap()
  await put(kafka(), records(unitId, 4, 6))
  await applied(unitId, 6)
  expect([await countIn(0, unitId), await countIn(1, unitId)]).toEqual([3, 6])
  const back = await rebuild.beginBack()
  if (!back) throw new Error('there is a former generation')
  await rebuild.takenUp(back, 10_000)
  await until(async () => (await countIn(0, unitId)) === 6)
  expect(await rebuild.swap()).toMatchObject({ live: 0, former: 1, beside: null })
  await put(kafka(), records(unitId, 7, 8))
  await applied(unitId, 8)
  expect(await countIn(1, unitId)).toBe(6)
})

test('what is no read model is never dropped, though it has a plain name; generations that nobody wants are', async () => {
  await database.db.collection<{ _id: string }>('accounts').insertOne({ _id: 'admin' })
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 2))
  await instance()
  for (const generation of [1, 2]) {
    await built()
    await until(async () => (await countIn(generation, unitId)) === 2)
    await rebuild.swap()
  }
  expect(await collections()).toEqual(expect.arrayContaining(['accounts', 'history.1', 'history.2', 'positions.1', 'positions.2']))
  expect(await collections()).not.toContain('history')
  await rebuild.giveUp()
  expect(await collections()).not.toContain('history.1')
  await put(kafka(), records(unitId, 3, 3))
  await applied(unitId, 3)
})

test('what is given up while it is being built is gone, with all that was kept beside it', async () => {
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 2))
  await instance()
  await built()
  await until(async () => (await countIn(1, unitId)) === 2)
  await rebuild.giveUp()
  expect((await collections()).filter((name) => name.endsWith('.1'))).toEqual([])
  await put(kafka(), records(unitId, 3, 3))
  await applied(unitId, 3)
})

test.each<Step>(['holding', 'levelling', 'swapped'])(
  'a command that died while %s is ended by the next one; nothing is lost or doubled',
  async (step) => {
    const unitId = randomUUID()
    await put(kafka(), records(unitId, 1, 3))
    const started = await instance()
    await applied(unitId, 3)
    await built()
    await until(async () => (await countIn(1, unitId)) === 3)
    const state = await rebuild.state()
    const change = step === 'swapped' ? { step, live: 1, former: 0, beside: null } : { step }
    expect(await changeState(database.db, state, change)).toMatchObject({ step })
    await rebuild.takenUp(await rebuild.state(), 10_000)
    await put(kafka(), records(unitId, 4, 6))
    const ended = step === 'swapped' ? await rebuild.endSwap() : await rebuild.swap()
    expect(ended).toMatchObject({ step: 'alone', live: 1, former: 0 })
    await applied(unitId, 6)
    expect(started.shows()).toBe(1)
  },
)

test('an instance that comes after the swap reads and feeds the generation that is live', async () => {
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 2))
  const first = await instance()
  await built()
  await until(async () => (await countIn(1, unitId)) === 2)
  await rebuild.swap()
  await Promise.all(instances.splice(0).map(({ stop }) => stop()))
  expect(first.shows()).toBe(1)
  const second = await instance()
  await put(kafka(), records(unitId, 3, 4))
  await applied(unitId, 4)
  expect([second.shows(), await countIn(0, unitId)]).toEqual([1, 2])
  // A place is kept after what was written up to it.
  await until(async () => (await second.strategy.positions.appliedUpTo(UNITS, unitId)) === 4)
})

test('a generation that is live is fed from where it stands, also when nobody made it level', async () => {
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 3))
  await instance()
  await applied(unitId, 3)
  await changeState(database.db, await readModelState(database.db), { live: 5, latest: 5 })
  await until(async () => (await countIn(5, unitId)) === 3)
  await put(kafka(), records(unitId, 4, 4))
  await applied(unitId, 4)
})

test('a command that died at the swap holds the read models up for a quarter of a minute, no longer', async () => {
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 1))
  await instance()
  await applied(unitId, 1)
  await built()
  await changeState(database.db, await readModelState(database.db), { step: 'holding' })
  await rebuild.takenUp(await rebuild.state(), 10_000)
  const began = Date.now()
  await put(kafka(), records(unitId, 2, 2))
  await applied(unitId, 2)
  expect(Date.now() - began).toBeGreaterThan(10_000)
})

test('two commands at once: one works, the other is told', async () => {
  const state = await rebuild.begin()
  expect(await changeState(database.db, { ...state, revision: 0 }, { step: 'building' })).toBeUndefined()
  expect(await changeState(database.db, { ...state, revision: 7 }, { step: 'building' })).toBeUndefined()
  await expect(rebuild.takenUp(state, 100)).rejects.toEqual(new RebuildStopped('nobody'))
})

test('a log that was lost and begun anew is taken for the true one by a rebuild: then the service reads on', async () => {
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 9))
  const { strategy } = await instance()
  await applied(unitId, 9)
  await loseTopic(kafka())
  await put(kafka(), records(unitId, 1, 2))
  await until(() => !strategy.health().ready)
  await built()
  await until(async () => (await countIn(1, unitId)) === 2)
  expect((await rebuild.swap()).live).toBe(1)
  await until(() => strategy.health().ready)
  // The partition is still shorter than what this member applied of the one that was lost.
  await put(kafka(), records(unitId, 3, 3))
  await until(async () => (await countIn(1, unitId)) === 3)
})

test('a topic that a release follows no more holds up no swap', async () => {
  const unitId = randomUUID()
  await put(kafka(), records(unitId, 1, 3))
  await database.db.collection<{ _id: string; next: number }>('positions').insertOne({ _id: 'organization.given-up@3', next: 12 })
  await instance()
  await applied(unitId, 3)
  await built()
  await until(async () => (await countIn(1, unitId)) === 3)
  expect((await rebuild.swap()).live).toBe(1)
})

test('how far the partitions are is told without looking through the aggregates, in each generation', async () => {
  await instance()
  const units = Array.from({ length: 40 }, () => randomUUID())
  await put(
    kafka(),
    units.flatMap((id) => records(id, 1, 1)),
  )
  await built()
  const { live, beside } = await rebuild.state()
  for (const generation of [live, beside ?? NaN]) {
    const positions = inGeneration(database.db, generation).collection('positions')
    const places = () => rebuild.places(generation)
    await until(async () => [...(await places()).values()].reduce((sum, next) => sum + next, 0) === units.length)
    const { size } = await places()
    const { executionStats } = (await positions.find({ next: { $exists: true } }).explain('executionStats')) as Examined
    expect(size).toBeGreaterThan(0)
    expect(executionStats.totalDocsExamined).toBe(size)
  }
})
