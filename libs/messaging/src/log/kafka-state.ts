import { topics as declared } from '@sizhang/contracts'
import type { Admin } from 'kafkajs'
import type { Logger } from 'pino'
import { connect } from '../client/kafka'
import type { KafkaSettings } from '../client/kafka'
import type { Places } from './read-log'
import { whenReady } from './when-ready'

/** Which Kafka is asked. */
export interface KafkaAsked {
  kafka: KafkaSettings
  logger: Logger
}

/**
 * Up to where each declared topic reaches now: one past the last record of each partition. A topic that does not exist is absent.
 * Throws when records were deleted from the front of one: facts are kept for ever, and places are counted from the first.
 */
export function logEnds(asked: KafkaAsked): Promise<Map<string, Places>> {
  return withAdmin(asked, async (admin) => {
    const existing = new Set(await admin.listTopics())
    const ends = new Map<string, Places>()
    // One topic after the other: asked for several at once, kafkajs opens connections that it never closes.
    for (const topic of declared.filter((each) => existing.has(asked.kafka.topicPrefix + each))) {
      const offsets = await whenReady(() => admin.fetchTopicOffsets(asked.kafka.topicPrefix + topic))
      const shortened = offsets.find(({ low }) => low !== '0')
      if (shortened) throw new Error(`${topic}@${shortened.partition} begins at ${shortened.low}: records were deleted from the log`)
      ends.set(topic, new Map(offsets.map(({ partition, high }) => [partition, Number(high)])))
    }
    return ends
  })
}

/** Where in a topic (without prefix) the records begin that the broker got at a moment or later; the end of a partition without such. */
export function placesAt(asked: KafkaAsked, topic: string, moment: Date): Promise<Places> {
  return withAdmin(asked, async (admin) => {
    const found = await whenReady(() => admin.fetchTopicOffsetsByTimestamp(asked.kafka.topicPrefix + topic, moment.getTime()))
    return new Map(found.map(({ partition, offset }) => [partition, Number(offset)]))
  })
}

/** Which of these consumer groups (without prefix) have members: whose services run. One that was killed counts for ten seconds more. */
export function groupsWithMembers(asked: KafkaAsked, groups: readonly string[]): Promise<string[]> {
  return withAdmin(asked, async (admin) => {
    const names = groups.map((group) => asked.kafka.topicPrefix + group)
    const { groups: found } = await whenReady(() => admin.describeGroups(names))
    return groups.filter((group) => found.some(({ groupId, members }) => groupId === asked.kafka.topicPrefix + group && members.length > 0))
  })
}

/** Deletes consumer groups (without prefix) that are done with; one that never was is no matter. */
export async function forgetGroups(asked: KafkaAsked, groups: readonly string[]): Promise<void> {
  const names = groups.map((group) => asked.kafka.topicPrefix + group)
  await withAdmin(asked, (admin) => admin.deleteGroups(names)).catch((error: unknown) => asked.logger.debug({ err: error }, 'groups stay'))
}

async function withAdmin<Answer>({ kafka, logger }: KafkaAsked, ask: (admin: Admin) => Promise<Answer>): Promise<Answer> {
  const admin = connect(kafka, logger).admin()
  await admin.connect()
  try {
    return await ask(admin)
  } finally {
    await admin.disconnect()
  }
}
