import { CopyWriter, logEnds, readLog, Rebuild } from '@sizhang/messaging'
import { atShare } from '../../../latency/spread'
import { filledTopic, quiet, UNITS } from '../../sides/facts'
import { ownFollower } from '../../sides/followers'
import { Reporting } from '../../sides/reporting'
import { perSecond, timesOf } from '../../sides/work'
import { WriteAndSee } from '../../sides/write-and-see'
import type { Row } from '../../row'
import type { Site } from '../../site'

const EVENTS = 20_000
const WRITES = 200
/** So many facts are read again, in small pieces, for longer than the writes take. */
const EVENTS_BESIDE = 30_000
const TAKEN_UP_WITHIN_MS = 10_000

/**
 * The reporting service reads all facts again into an empty database, with its own projections; beside it what row 6 measures. And how long
 * a command takes to be seen in reporting while reporting builds its read models anew beside the live ones, and while it does not.
 */
export const rebuild: Row = {
  number: 13,
  async prepare(site) {
    const kafka = await filledTopic(site, EVENTS)
    const live = await Live.of(site)
    return {
      sizes: `${EVENTS} events a round, one an aggregate; ${WRITES} writes a round, one after the other, beside a rebuild of ${EVENTS_BESIDE}`,
      sides: {
        service: async () => {
          const reporting = await Reporting.start(site, kafka, 1)
          const from = performance.now()
          await reporting.haveApplied(EVENTS)
          const rate = perSecond(EVENTS, from)
          await reporting.stop()
          return rate
        },
        row6: () => ownFollower(kafka, site.database(), EVENTS),
        beside: () => live.whileRebuilding(() => live.p99()),
        alone: () => live.p99(),
      },
      lines: [
        { name: 'full rebuild ÷ row 6', unit: 'events/s', ours: 'service', theirs: 'row6', aim: { ratioAtLeast: 0.6 } },
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

/** Puts facts of units into the apps' own log: not by a relay, which would take its empty database for one that was set back. */
async function fill(site: Site, topicPrefix: string): Promise<void> {
  const kafka = await filledTopic(site, EVENTS_BESIDE)
  const to = (await logEnds({ kafka, logger: quiet })).get(UNITS) ?? new Map<number, number>()
  const writer = await CopyWriter.open({ kafka: { ...kafka, topicPrefix }, logger: quiet }, UNITS)
  await readLog({ kafka, logger: quiet, topic: UNITS, to }, (record) => writer.put(record))
  await writer.close()
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
    await fill(site, topicPrefix)
    return new Live(new WriteAndSee(city), new Rebuild(site.database(`${databasePrefix}reporting`)))
  }

  async p99(): Promise<number> {
    return atShare(await timesOf(WRITES, () => this.clerk.writeAndSee()), 0.99)
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
