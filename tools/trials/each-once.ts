import { type KafkaAsked, type LogRecord, logEnds, LogWriter, readLog, reading } from '@sizhang/messaging'

/**
 * Copies the log into topics of another prefix, in which each fact (aggregate and sequence) stands once, where it was first met: what
 * consumers would read if all was delivered once. Gives how the copy is asked. What is no fact stays as it is.
 */
export async function copyEachOnce(asked: KafkaAsked, topicPrefix: string): Promise<KafkaAsked> {
  const copy = { ...asked, kafka: { ...asked.kafka, topicPrefix } }
  const ends = await logEnds(asked)
  const writer = await LogWriter.open(copy, [...ends.keys()])
  const met = new Set<string>()
  for (const [topic, to] of ends)
    await readLog({ ...asked, topic, to }, (record) => (isAgain(record, met) ? undefined : writer.put(record)))
  await writer.close()
  return copy
}

function isAgain(record: LogRecord, met: Set<string>): boolean {
  const read = reading(record)
  if (!('event' in read)) return false
  const fact = `${read.key}/${read.seq}`
  if (met.has(fact)) return true
  met.add(fact)
  return false
}
