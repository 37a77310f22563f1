import { createHash, createHmac, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { Database, SETTINGS } from '@sizhang/service-kit'
import { Schema, type Model } from 'mongoose'
import type { MembershipSettings } from '../config'

/** What somebody goes to the provider for: to sign in, to link his account, or to accept an invitation by its key. */
export type Purpose = { kind: 'SIGN_IN' } | { kind: 'LINK'; accountId: string } | { kind: 'ACCEPT'; accountId: string; invitation: string }

interface KeptFlow {
  _id: string
  purpose: Purpose
  /** The portal's page to open afterwards. */
  next: string | null
  startedAt: Date
}

/** A browser's way to the provider and back. */
export interface Flow extends KeptFlow {
  /** What has to come back with the provider's answer, and by what the code is exchanged (RFC 7636). */
  proof: { state: string; nonce: string; verifier: string }
}

/** Whoever has not come back after so many milliseconds begins anew. */
const FLOW_LASTS = 10 * 60_000

const schema = new Schema({
  /** SHA-256 of the flow's secret. */
  _id: { type: String, required: true },
  purpose: Object,
  next: String,
  startedAt: Date,
})
schema.index({ startedAt: 1 }, { expireAfterSeconds: FLOW_LASTS / 1_000 })

/** Those who are on their way to the provider and back. Each comes back once, with the secret that his browser keeps meanwhile. */
@Injectable()
export class IdentityFlowsStore {
  private readonly model: Model<KeptFlow>
  private readonly key: Buffer

  constructor({ connection }: Database, @Inject(SETTINGS) { INDEX_KEY }: Pick<MembershipSettings, 'INDEX_KEY'>) {
    this.model = connection.model<KeptFlow>('identity_flows', schema, 'identity_flows')
    this.key = INDEX_KEY
  }

  /** A new flow's secret, and what the provider is to be asked with. */
  prepare(): { secret: string; proof: Flow['proof'] } {
    const secret = randomBytes(32).toString('base64url')
    return { secret, proof: this.proofOf(secret) }
  }

  /** Keeps a flow that was prepared; of its secret a hash alone. */
  async begin(secret: string, purpose: Purpose, next: string | null): Promise<void> {
    await this.model.create({ _id: keyOf(secret), purpose, next, startedAt: new Date() })
  }

  /** The flow of a secret, which is used up by that; null: there is none, or it took too long. */
  async take(secret: string): Promise<Flow | null> {
    const flow = await this.model.findOneAndDelete({ _id: keyOf(secret) }).lean<KeptFlow>()
    if (!flow || flow.startedAt.getTime() + FLOW_LASTS <= Date.now()) return null
    return { ...flow, proof: this.proofOf(secret) }
  }

  /** Made of the secret, so that whoever reads the database has none of it. */
  private proofOf(secret: string): Flow['proof'] {
    const part = (name: string) => createHmac('sha256', this.key).update(`identity ${name} ${secret}`).digest('base64url')
    return { state: part('state'), nonce: part('nonce'), verifier: part('verifier') }
  }
}

const keyOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
