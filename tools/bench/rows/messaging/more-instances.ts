import { setTimeout as pause } from 'node:timers/promises'
import type { AggregateDocument } from '@sizhang/messaging'
import { A_RELAY_HOLDS, publish, savedUnits, startedRelay } from '../../data/facts'
import { cpuSecondsOf } from '../../sides/metrics'
import { Alone } from '../../sides/alone'
import type { Row } from '../../row'
import type { Site } from '../../site'

/** Facts for each instance before: measured is a process that has compiled what it runs, of a new one's first second most is that. */
const WARM_UP = 10_000
const EVENTS = 30_000
const TO_MICROSECONDS = 1e6
const LOOK_EVERY_MS = 50

/** Processor time that the reporting service takes for a fact: one instance, and two that share the partitions. Each time on new topics. */
export const moreInstances: Row = {
  number: 12,
  prepare: (site) =>
    Promise.resolve({
      sizes: `${EVENTS} facts a round after ${WARM_UP} for each instance, published while the instances follow`,
      rounds: 5,
      sides: { two: () => costOfAFact(site, 2), one: () => costOfAFact(site, 1) },
      lines: [
        { name: '1 → 2 consumer instances, processor time', unit: 'µs/event', ours: 'two', theirs: 'one', aim: { ratioAtMost: 1.1 } },
      ],
    }),
}

async function costOfAFact(site: Site, instances: number): Promise<number> {
  const kafka = site.kafka()
  const reporting = await Alone.start(site, 'reporting', kafka, instances)
  const units = site.database().collection<AggregateDocument>('units')
  const relay = startedRelay(kafka, units)
  const shown = site.database(`${reporting.databasePrefix}reporting`).collection('units')
  const followed = async (from: number, to: number) => {
    for (let at = from; at < to; at += A_RELAY_HOLDS) await publish(relay, units, savedUnits(A_RELAY_HOLDS))
    // The database is looked at: to be asked for figures would cost each instance more than an instance costs.
    while ((await shown.estimatedDocumentCount()) < to) await pause(LOOK_EVERY_MS)
  }
  try {
    const warmUp = WARM_UP * instances
    await followed(0, warmUp)
    const before = await reporting.sumOf(cpuSecondsOf)
    await followed(warmUp, warmUp + EVENTS)
    return (((await reporting.sumOf(cpuSecondsOf)) - before) / EVENTS) * TO_MICROSECONDS
  } finally {
    await Promise.all([relay.drain(), reporting.stop()])
  }
}
