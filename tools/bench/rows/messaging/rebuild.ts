import { setTimeout as pause } from 'node:timers/promises'
import { type AggregateDocument, CopyWriter, type KafkaSettings, logEnds, readLog, Rebuild, replay } from '@sizhang/messaging'
import { atShare } from '../../../latency/spread'
import { filledTopic, quiet, UNITS } from '../../data/facts'
import { ownFollower } from '../../sides/followers'
import { perSecond, timesOf } from '../../sides/work'
import { WriteAndSee } from '../../sides/write-and-see'
import type { Row } from '../../row'
import type { Site } from '../../site'

const EVENTS = 20_000
const WRITES = 200
/** So many facts are read again, in small pieces, for longer than the writes take; of 30,000 a fifth of the time would be the beginning. */
const EVENTS_BESIDE = 100_000
const TAKEN_UP_WITHIN_MS = 10_000
/** After the last live fact; until then a rebuild makes way for the next. */
const IDLE_AFTER_MS = 2_500
const LOOK_EVERY_MS = 20

/**
 * The reporting service builds its read models anew beside the live ones while nobody works; beside it what row 6 measures. And how long
 * a command takes to be seen in reporting while it does so, and while it does not.
 */
export const rebuild: Row = {
  number: 13,
  async prepare(site) {
    const kafka = await filledTopic(site, EVENTS)
    const live = await Live.of(site)
    return {
      sizes: `a rebuild of ${EVENTS_BESIDE} events and more; row 6 of ${EVENTS}; ${WRITES} writes a round, one after the other`,
      sides: {
        rebuild: () => live.rebuildRate(),
        row6: () => ownFollower(kafka, site.database(), EVENTS),
        beside: () => live.whileRebuilding(() => live.p99()),
        alone: () => live.p99(),
      },
      lines: [
        { name: 'full rebuild on an idle system ÷ row 6', unit: 'events/s', ours: 'rebuild', theirs: 'row6', aim: { ratioAtLeast: 0.6 } },
        {
          name: 'write → visible, p99, beside a rebuild ÷ alone',
          unit: 'ms',
          ours: 'beside',
          theirs: 'alone',
          aim: { ratioAtMost: 1.5 },
        },
      ],
      end: () => live.close(),
    }
  },
}

/** Puts facts of units into the apps' own log, once their service's database knows of them: it would else be taken for one that was set back. */
async function fill(site: Site, { topicPrefix, databasePrefix }: { topicPrefix: string; databasePrefix: string }): Promise<void> {
  const kafka = await filledTopic(site, EVENTS_BESIDE)
  const known = site.database(`${databasePrefix}organization`).collection<AggregateDocument>('units')
  const heads = await filledUnits(kafka)
  await known.insertMany(heads.map((id) => ({ _id: id, version: 1, log: { seq: 1, outbox: [], commands: [] } })))
  const to = (await logEnds({ kafka, logger: quiet })).get(UNITS) ?? new Map<number, number>()
  const writer = await CopyWriter.open({ kafka: { ...kafka, topicPrefix }, logger: quiet }, UNITS)
  await readLog({ kafka, logger: quiet, topic: UNITS, to }, (record) => writer.put(record))
  await writer.close()
}

async function filledUnits(kafka: KafkaSettings): Promise<string[]> {
  const ids: string[] = []
  await replay({ kafka, logger: quiet, topic: UNITS }, ({ key }) => void ids.push(key.slice(`${UNITS}/`.length)))
  return ids
}

/** The apps at work, and a rebuild of reporting's read models when it is wanted. */
class Live {
  private constructor(
    private readonly clerk: WriteAndSee,
    private readonly rebuild: Rebuild,
  ) {}

  static async of(site: Site): Promise<Live> {
    const city = await site.apps()
    const { topicPrefix = '', databasePrefix = '' } = city.rig.settings
    await fill(site, { topicPrefix, databasePrefix })
    return new Live(new WriteAndSee(city), new Rebuild(site.database(`${databasePrefix}reporting`)))
  }

  async p99(): Promise<number> {
    return atShare(await timesOf(WRITES, () => this.clerk.writeAndSee()), 0.99)
  }

  /** Events a second from the moment that the service has taken up a rebuild until it is level with the live one. */
  async rebuildRate(): Promise<number> {
    await pause(IDLE_AFTER_MS)
    const state = await this.rebuild.begin()
    await this.rebuild.takenUp(state, TAKEN_UP_WITHIN_MS)
    const from = performance.now()
    try {
      const all = await this.read(state.live)
      while ((await this.read(state.beside ?? 0)) < all) await pause(LOOK_EVERY_MS)
      return perSecond(all, from)
    } finally {
      await this.rebuild.giveUp()
    }
  }

  /** Throws when the rebuild was over before the work was: then nothing was measured. */
  async whileRebuilding(work: () => Promise<number>): Promise<number> {
    const state = await this.rebuild.begin()
    await this.rebuild.takenUp(state, TAKEN_UP_WITHIN_MS)
    try {
      const figure = await work()
      const [built, all] = await Promise.all([state.beside ?? 0, state.live].map((generation) => this.read(generation)))
      if ((built ?? 0) >= (all ?? 0)) throw new Error(`the rebuild was over before the writes were: ${built} of ${all} events`)
      return figure
    } finally {
      await this.rebuild.giveUp()
    }
  }

  async close(): Promise<void> {
    await this.clerk.close()
  }

  private async read(generation: number): Promise<number> {
    return [...(await this.rebuild.places(generation)).values()].reduce((sum, next) => sum + next, 0)
  }
}
