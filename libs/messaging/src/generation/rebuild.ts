import type { mongo } from 'mongoose'
import { pause } from '../backoff'
import type { PartitionPosition } from '../consumer/positions'
import { generationOf, inGeneration, KEPT_WITH_READ_MODELS } from './names'
import { changeState, forgetInstances, instancesHeard, readModelState, type ReadModelState } from './state'

/** Why a rebuild did not get on; what was built stays as it is, and the same can be asked again. */
export class RebuildStopped extends Error {
  /** @param why `busy`: another command is at work; `nobody`: no instance runs; `late`: not all instances were there in time */
  constructor(readonly why: 'busy' | 'nobody' | 'late') {
    super(why)
  }
}

/** Instances hold up their read models no longer than this for the sake of a swap, then it is given up. */
const SWAPS_WITHIN_MS = 10_000
const LOOK_EVERY_MS = 20
/** Every running instance has found out by then that something is built: it looks once a second. */
const KNOWN_TO_ALL_MS = 2_500

/**
 * What an operator asks of a service's read models: another generation built beside the live one, the swap, the way back. Written into the
 * service's database, where all running instances follow it (`Succession`); each step may be cut off and asked for again.
 */
export class Rebuild {
  constructor(private readonly db: mongo.Db) {}

  state(): Promise<ReadModelState> {
    return readModelState(this.db)
  }

  /** Begins a new generation, from the first fact; where one is being built already, that one goes on. */
  async begin(): Promise<ReadModelState> {
    const state = await this.settled()
    if (state.beside !== null) return state
    const generation = Math.max(state.latest, state.live) + 1
    return this.change(state, { step: 'building', beside: generation, latest: generation, begunAt: new Date() })
  }

  /** Brings the former generation up to date beside the live one; undefined where there is none, or another is being built. */
  async beginBack(): Promise<ReadModelState | undefined> {
    const state = await this.settled()
    if (state.former === null) return undefined
    if (state.beside !== null) return state.beside === state.former ? state : undefined
    return this.change(state, { step: 'building', beside: state.former, begunAt: new Date() })
  }

  /** Gives up what is being built, and the former generation, and frees their room. */
  async giveUp(): Promise<void> {
    const state = await this.settled()
    // Whoever still feeds what is given up has to leave it first: else his last chunk would make it anew.
    const held = await this.change(state, { step: 'holding', beside: null, former: null })
    await this.takenUpByAll(held)
    await this.finish(await this.change(held, { step: 'alone' }))
  }

  /** Resolves when a running instance has taken up the state; throws `nobody` when none does so in time. */
  async takenUp({ revision }: ReadModelState, withinMs: number): Promise<void> {
    const heard = async () => {
      const said = await instancesHeard(this.db)
      return said.length > 0 && said.every((one) => one.revision >= revision)
    }
    if (!(await within(withinMs, heard))) throw new RebuildStopped((await this.hears()) ? 'late' : 'nobody')
  }

  /** Whether any instance runs, while something is under way. */
  async hears(): Promise<boolean> {
    return (await instancesHeard(this.db)).length > 0
  }

  /** How far each partition is applied in a generation. */
  async places(generation: number): Promise<Map<string, number>> {
    const positions = inGeneration(this.db, generation).collection<{ _id: string; next: number }>('positions')
    const found = await positions.find({ next: { $exists: true } }).toArray()
    return new Map(found.map(({ _id, next }) => [_id, next]))
  }

  /**
   * Makes the generation beside the live one, everywhere at once. All instances stop applying, both generations are brought to one and the
   * same place of the log, all instances go over, and only then they apply again: whoever asks any of them sees no fact come and go.
   */
  async swap(): Promise<ReadModelState> {
    let state = await this.settled()
    const { live, beside } = state
    if (beside === null) return state
    await pause((state.begunAt?.getTime() ?? 0) + KNOWN_TO_ALL_MS - Date.now())
    const until = Date.now() + SWAPS_WITHIN_MS
    const left = () => Math.max(0, until - Date.now())
    try {
      state = await this.change(state, { step: 'holding' })
      await this.takenUp(state, left())
      const said = await instancesHeard(this.db)
      const collections = [...new Set(said.flatMap((one) => one.collections))]
      // A topic that is followed no more leaves its places behind in the live generation, and the other never meets it.
      // Of a log that is not the one it has applied the live generation applies nothing more: there the other is as it is.
      const others = new Set(said.flatMap(({ otherLogs }) => otherLogs))
      const followed = new Set(said.flatMap(({ topics }) => topics))
      const cut = (await this.cutOf(live, beside, others)).filter(({ topic }) => followed.has(topic))
      const reachable = cut.filter((place) => !others.has(nameOf(place)))
      state = await this.change(state, { step: 'levelling', cut, collections })
      if (!(await within(left(), async () => (await this.isAt(reachable, live)) && (await this.isAt(cut, beside)))))
        throw new RebuildStopped('late')
      await this.takenUp(state, left())
    } catch (error) {
      await changeState(this.db, state, { step: 'building', cut: [] })
      throw error
    }
    state = await this.change(state, { step: 'swapped', live: beside, former: live, beside: null, cut: [] })
    return this.swapped(state)
  }

  /** Ends a swap that was decided, and whose command died before all instances had gone over. */
  async endSwap(): Promise<ReadModelState> {
    return this.settled()
  }

  /** The state, once a swap that a command left half done is done or undone. */
  private async settled(): Promise<ReadModelState> {
    const state = await this.state()
    if (state.step === 'swapped') return this.swapped(state)
    if (state.step === 'holding' || state.step === 'levelling')
      return this.change(state, { step: state.beside === null ? 'alone' : 'building', cut: [] })
    return state
  }

  /** The swap is decided. */
  private async swapped(state: ReadModelState): Promise<ReadModelState> {
    await this.takenUpByAll(state)
    const done = await this.change(state, { step: 'alone' })
    await this.finish(done)
    return done
  }

  /** As far as instances run: one that does not answer now finds it when it comes back. */
  private async takenUpByAll(state: ReadModelState): Promise<void> {
    if (!(await this.hears())) return
    await this.takenUp(state, SWAPS_WITHIN_MS / 2).catch((error: unknown) => {
      if (!(error instanceof RebuildStopped)) throw error
    })
  }

  /** Drops the generations that nobody wants any more. The first has plain names: of those only what the service says is a read model. */
  private async finish({ live, former, beside, collections }: ReadModelState): Promise<void> {
    await forgetInstances(this.db)
    const kept = new Set([live, former, beside])
    const plainNames = new Set([...collections, ...KEPT_WITH_READ_MODELS])
    for (const { name } of await this.db.listCollections({}, { nameOnly: true }).toArray()) {
      const { plain, generation } = generationOf(name)
      if ((generation > 0 || plainNames.has(plain)) && !kept.has(generation)) await this.db.dropCollection(name)
    }
  }

  private async cutOf(live: number, beside: number, others: ReadonlySet<string>): Promise<PartitionPosition[]> {
    const [here, there] = await Promise.all([this.places(live), this.places(beside)])
    for (const place of others) here.delete(place)
    return [...new Set([...here.keys(), ...there.keys()])].map((place) => {
      const at = place.lastIndexOf('@')
      const next = Math.max(here.get(place) ?? 0, there.get(place) ?? 0)
      return { topic: place.slice(0, at), partition: Number(place.slice(at + 1)), next }
    })
  }

  private async isAt(cut: readonly PartitionPosition[], generation: number): Promise<boolean> {
    const places = await this.places(generation)
    return cut.every((place) => (places.get(nameOf(place)) ?? 0) >= place.next)
  }

  private async change(state: ReadModelState, change: Partial<ReadModelState>): Promise<ReadModelState> {
    const changed = await changeState(this.db, state, change)
    if (!changed) throw new RebuildStopped('busy')
    return changed
  }
}

const nameOf = ({ topic, partition }: PartitionPosition) => `${topic}@${partition}`

async function within(milliseconds: number, isSo: () => Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + milliseconds; !(await isSo());) {
    if (Date.now() > until) return false
    await pause(LOOK_EVERY_MS)
  }
  return true
}
