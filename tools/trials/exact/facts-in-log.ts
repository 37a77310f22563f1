import { topics } from '@sizhang/contracts'
import { replay } from '@sizhang/messaging'
import type { StackSettings } from '@sizhang/engines'
import pino from 'pino'

/** What Kafka holds, duplicates dropped. */
export interface FactsInLog {
  /** The last sequence of each aggregate, by `<topic>/<id>`. */
  last: Map<string, number>
  /** By command id: the places `<topic>/<id>/<seq>` of its facts. */
  commands: Map<string, string[]>
  /** Records that stand at more than one offset. */
  duplicates: number
  /** Gaps, wrong order, two facts under one sequence, records that cannot be read. */
  findings: string[]
}

/** Reads every topic from the first record, strangers left out. Each aggregate's facts must first appear in order, without a gap. */
export async function factsInLog(
  { brokers, topicPrefix = '' }: StackSettings,
  strangers: ReadonlySet<string> = new Set(),
): Promise<FactsInLog> {
  const facts: FactsInLog = { last: new Map(), commands: new Map(), duplicates: 0, findings: [] }
  const ids = new Map<string, string>()
  const kafka = { brokers: [brokers], topicPrefix, clientId: 'trials' }
  for (const topic of topics)
    await replay({ kafka, logger: pino({ level: 'silent' }), topic }, (reading) => {
      if (strangers.has(reading.key) || (strangers.has('nameless') && reading.key.includes('@'))) return
      if (!('event' in reading)) return void facts.findings.push(`${reading.key} cannot be read: ${reading.reason}`)
      const { key, seq, event } = reading
      const place = `${key}/${seq}`
      const before = ids.get(place)
      if (before !== undefined) {
        facts.duplicates += 1
        if (before !== event.id) facts.findings.push(`${place} stands in the log as two facts: ${before} and ${event.id}`)
        return
      }
      const last = facts.last.get(key) ?? 0
      if (seq !== last + 1) facts.findings.push(`${key}: ${seq} comes after ${last}`)
      ids.set(place, event.id)
      facts.last.set(key, Math.max(seq, last))
      const command = String(event['causationid'] ?? '')
      facts.commands.set(command, [...(facts.commands.get(command) ?? []), place])
    })
  return facts
}
