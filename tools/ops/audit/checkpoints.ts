import { auditCheckpointOf, auditKeepers, type AuditCheckpointMade, type EventOf } from '@sizhang/contracts'
import { Problem, type Service } from '@sizhang/engines'
import { logEnds, readLog, reading } from '@sizhang/messaging'
import { type AuditCheckpoint, KEPT_CHECKPOINTS, type KeptCheckpoint } from '@sizhang/service-kit'
import { liveIn } from '../../exact/applied'
import type { Installation } from '../installation'

/** What is known elsewhere of a service's audit. */
export interface KnownElsewhere {
  keeper: Service
  kept: AuditCheckpoint[]
  published: AuditCheckpoint[]
}

/** The checkpoints of a service's audit: as another service keeps them, and as Kafka has them. */
export async function checkpointsOf(installation: Installation, service: Service): Promise<KnownElsewhere> {
  const keeper = auditKeepers[service] as Service
  const live = await liveIn(installation.databases[keeper])
  const kept = await live
    .collection<KeptCheckpoint>(KEPT_CHECKPOINTS)
    .find({ service }, { sort: { position: 1 } })
    .toArray()
  return { keeper, kept, published: await publishedBy(installation, service) }
}

/** Only what the service itself published as a fact is a checkpoint; anything else on the topic is not looked at. */
async function publishedBy({ asked }: Installation, service: Service): Promise<AuditCheckpoint[]> {
  const { topic } = auditCheckpointOf(service)
  const ends = await logEnds(asked).catch(() => {
    throw new Problem('Kafka 没有应答。请检查 KAFKA_BROKERS。', 'Kafka does not answer: see KAFKA_BROKERS.')
  })
  const found: AuditCheckpoint[] = []
  await readLog({ ...asked, topic, to: ends.get(topic) ?? new Map() }, (record) => {
    const read = reading(record)
    if (!('event' in read)) return
    const { data, time } = read.event as EventOf<AuditCheckpointMade>
    found.push({ position: data.position, hash: data.hash, at: time })
  })
  return found
}
