import type { Logger } from 'pino'
import type { Positions } from '../consumer/positions'
import { connect, type KafkaSettings } from '../client/kafka'
import { TopicOffsets } from '../stream/topic-offsets'
import type { Waiting } from './waiting'

/** Which read models are asked for, and which Kafka. */
export interface LagAsked {
  kafka: KafkaSettings
  logger: Logger
  /** The topics (without prefix) that the read models follow; they exist. */
  topics: readonly string[]
  positions: Pick<Positions, 'ofPartitions'>
}

/** The first record of a partition that is not applied. */
interface Behind {
  topic: string
  partition: number
  next: number
}

/** The age of the oldest record is known to within so much. */
const EXACT_TO_MS = 500

/**
 * Records that the log holds and the read models do not show yet, by what Kafka and the service's database say: true of all instances
 * together, and also when none runs. Opens one connection and no consumer. Throws while Kafka is away.
 */
export async function lagOf({ kafka, logger, topics, positions }: LagAsked): Promise<Waiting> {
  const log = new TopicOffsets(connect(kafka, logger), kafka.topicPrefix)
  await log.connect()
  try {
    const { high } = await log.ends(topics)
    const partitions = [...high].flatMap(([topic, ends]) => ends.map((_, partition) => ({ topic, partition })))
    const behind: Behind[] = []
    let count = 0
    for (const { topic, partition, next } of await positions.ofPartitions(partitions)) {
      const open = Math.max(0, (high.get(topic)?.[partition] ?? 0) - next)
      if (open > 0) behind.push({ topic, partition, next })
      count += open
    }
    return { count, since: count > 0 ? await oldest(log, behind) : undefined }
  } finally {
    await log.close()
  }
}

/**
 * When Kafka got the oldest of these records. Kafka tells where a time lies in the log and not the reverse, so the time is searched for,
 * backwards from now in ever longer steps and then between the last two: a dozen small questions, where reading the record would take a
 * consumer of its own.
 */
async function oldest(log: TopicOffsets, behind: readonly Behind[]): Promise<Date> {
  const topics = [...new Set(behind.map(({ topic }) => topic))]
  const noneBefore = async (time: number) => {
    const places = await log.at(topics, new Date(time))
    return behind.every(({ topic, partition, next }) => (places.get(topic)?.[partition] ?? 0) <= next)
  }
  let late = Date.now()
  let early = late - 1_000
  for (let step = 2_000; early > 0 && !(await noneBefore(early)); step *= 2) {
    late = early
    early = Math.max(0, late - step)
  }
  while (late - early > EXACT_TO_MS) {
    const middle = Math.round((early + late) / 2)
    if (await noneBefore(middle)) early = middle
    else late = middle
  }
  return new Date(early)
}
