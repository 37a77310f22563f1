import { Controller, type Type } from '@nestjs/common'
import { auditCheckpointOf, type AuditCheckpointMade, type EventOf } from '@sizhang/contracts'
import { When, type Write } from '@sizhang/messaging'
import { Schema } from 'mongoose'

/** The read model of other services' checkpoints. */
export const KEPT_CHECKPOINTS = 'kept-audit-checkpoints'

/** A checkpoint as another service keeps it. */
export interface KeptCheckpoint {
  _id: string
  service: string
  position: number
  hash: string
  at: string
}

export const keptCheckpointsSchema = new Schema({ _id: { type: String, required: true } }, { strict: false, versionKey: false })
keptCheckpointsSchema.index({ service: 1, position: 1 })

/** Keeps another service's checkpoints, so that whoever changes that service's audit has to change this database as well. Two of one entry are kept both. */
export function checkpointKeeper(service: string): Type {
  @Controller()
  class CheckpointKeeper {
    @When(auditCheckpointOf(service))
    keepCheckpointWhenAuditCheckpointMade({ data, time }: EventOf<AuditCheckpointMade>): Write {
      const { position, hash } = data
      return { into: KEPT_CHECKPOINTS, id: `${service}/${position}/${hash}`, set: { service, position, hash, at: time } }
    }
  }
  return CheckpointKeeper
}
