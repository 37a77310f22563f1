import { Injectable } from '@nestjs/common'
import mongoose, { Schema, type Model, type mongo } from 'mongoose'
import type { Database } from '../operation/database'
import { Rejected } from '../rules'
import { emptyHead, linksAfter, type AuditEntry, type AuditHead, type AuditLink } from './chain-links'

/** The collection of a service's audit. */
export const AUDIT = 'audit'
const MOST_TRIES = 60
const ENTRY = 'audit-entry'

const schema = new Schema({ _id: { type: Number, required: true } }, { strict: false, versionKey: false })
schema.index({ id: 1 }, { unique: true, name: ENTRY })
schema.index({ account: 1, _id: -1 })
schema.index({ record: 1, _id: -1 })
schema.index({ at: 1 })

/** What is asked of the audit: by who acted, on which record, and when. */
export interface AuditFilter {
  account?: string | null | undefined
  record?: string | null | undefined
  from?: Date | null | undefined
  /** Not including. */
  until?: Date | null | undefined
}

/**
 * The audit of a service: one chain, whichever instance writes. A link takes its number by being inserted under it: of two instances that
 * take the same, one is refused by the database and chains its entries anew behind the other's. So nothing is ever locked (ADR 24).
 */
@Injectable()
export class AuditChain {
  private readonly model: Model<AuditLink>
  private known: AuditHead | undefined

  constructor(
    database: Database,
    private readonly service: string,
  ) {
    this.model = database.connection.model<AuditLink>(AUDIT, schema, AUDIT)
  }

  /**
   * Chains entries in their order, each once, and resolves when neither a crash nor a fail-over takes them back. Rejects when the database
   * does not take them. To be called one after the other.
   */
  async add(entries: readonly AuditEntry[]): Promise<void> {
    let left = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
    for (let vain = 0; left.length > 0;) {
      if (vain === MOST_TRIES) throw new Rejected('UNAVAILABLE')
      const before = left.length
      left = await this.addSome(left)
      vain = left.length < before ? 0 : vain + 1
    }
  }

  /** The last link that no fail-over takes back. */
  async last(): Promise<AuditHead> {
    return this.headAs('majority')
  }

  /** Links by a filter, the youngest first, from below a number. */
  find({ account, record, from, until }: AuditFilter, below: number | null, limit: number): Promise<AuditLink[]> {
    const at = { ...(from && { $gte: from }), ...(until && { $lt: until }) }
    const filter = {
      ...(account && { account }),
      ...(record && { record }),
      ...((from ?? until) && { at }),
      ...(below !== null && { _id: { $lt: below } }),
    }
    return this.model.find(filter).sort({ _id: -1 }).limit(limit).lean<AuditLink[]>().exec()
  }

  /** Answers what is left to chain: nothing, or what follows the place where another was first. */
  private async addSome(entries: AuditEntry[]): Promise<AuditEntry[]> {
    const links = linksAfter(this.known ?? (await this.headAs('local')), entries)
    this.known = undefined
    try {
      await this.collection.insertMany(links, { ordered: true })
      const last = links.at(-1)
      if (last) this.known = { position: last._id, hash: last.hash }
      return []
    } catch (error) {
      const met = duplicateIn(error)
      if (!met) throw error
      const left = entries.slice(met.index)
      return met.isEntry ? this.unknownOf(left) : left
    }
  }

  /** Of entries those that are not in the chain: after a crash, or where a document was saved again soon, most are. */
  private async unknownOf(entries: AuditEntry[]): Promise<AuditEntry[]> {
    const known = await this.collection.distinct('id', { id: { $in: entries.map(({ id }) => id) } })
    return entries.filter(({ id }) => !known.includes(id))
  }

  private async headAs(level: 'local' | 'majority'): Promise<AuditHead> {
    const [last] = await this.collection.find({}, { sort: { _id: -1 }, limit: 1, readConcern: level }).toArray()
    return last ? { position: last._id, hash: last.hash } : emptyHead(this.service)
  }

  private get collection(): mongo.Collection<AuditLink> {
    return this.model.collection as unknown as mongo.Collection<AuditLink>
  }
}

/** Where an ordered insert met what was there: the number taken by another's link, or the entry itself. */
function duplicateIn(error: unknown): { index: number; isEntry: boolean } | undefined {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return undefined
  const [met] = [error.writeErrors].flat()
  if (met?.code !== 11_000) return undefined
  return { index: met.index, isEntry: (met.errmsg ?? '').includes(`index: ${ENTRY} `) }
}
