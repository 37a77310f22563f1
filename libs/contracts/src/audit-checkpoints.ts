import { z } from 'zod'
import { defineEvent } from './define-event'
import { count, digest, id } from './fields'

/** 审计检查点: up to where a service's audit went, and the hash that the chain had there; another service keeps it. */
function auditCheckpointMade(service: string) {
  return defineEvent({
    type: `${service}.audit-checkpoint-made.v1`,
    topic: `${service}.audit-checkpoints`,
    key: 'chainId',
    summary: { zh: '审计检查点', en: 'The audit was sealed up to an entry' },
    data: z.object({
      chainId: id(),
      position: count().describe('Number of the last entry, from 1; so many entries the audit holds.'),
      hash: digest().describe('Hash of that entry, which stands for all before it.'),
    }),
  })
}

/** A checkpoint as its fact tells it, whichever service made it. */
export type AuditCheckpointMade = ReturnType<typeof auditCheckpointMade>

/** The fact by which each service publishes its checkpoints. */
export const auditCheckpoints = ['organization', 'membership', 'activity', 'reporting'].map(auditCheckpointMade)

/** The fact by which a service publishes its checkpoints. Throws for what is no service. */
export function auditCheckpointOf(service: string): AuditCheckpointMade {
  const fact = auditCheckpoints.find((known) => known.service === service)
  if (!fact) throw new Error(`there is no checkpoint of the audit of “${service}”`)
  return fact
}

/** Which service keeps the checkpoints of which: none its own. */
export const auditKeepers: Readonly<Record<string, string>> = {
  organization: 'reporting',
  membership: 'reporting',
  activity: 'reporting',
  reporting: 'organization',
}

/** The services whose checkpoints a service keeps. */
export function auditsKeptBy(keeper: string): string[] {
  return Object.keys(auditKeepers).filter((service) => auditKeepers[service] === keeper)
}
