import { Injectable } from '@nestjs/common'
import {
  AggregateStore,
  behind,
  StoreParts,
  AS_READ,
  type Caller,
  type Command,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import type { Access } from './accesses.domain'

const schema = new Schema({ _id: { type: String, required: true }, personId: String, at: Date, path: [String] })
schema.index({ personId: 1, at: -1, _id: 1 })
schema.index({ at: 1 })

const MOST_WAITING = 200
const NEWEST_FIRST = { at: -1, _id: 1 } as const

/** Who looked at whose numbers: one document a look, which nothing changes. It lies where the person belonged then. */
@Injectable()
export class AccessesStore extends AggregateStore<Access> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'accesses', place: { areas: 'path' }, topic: 'membership.accesses', schema })
  }

  /** Records a look as decided. */
  record(caller: Caller, command: Command, decide: (id: string) => Decision<Access>): Promise<Written<Access>> {
    return this.create(caller, command, decide)
  }

  /** Approves a look as decided. */
  approve(id: string, caller: Caller, command: Command, decide: (access: Stored<Access>) => Decision<Access>): Promise<Written<Access>> {
    return this.update(id, caller, command, decide)
  }

  /** The looks that wait for the approval of somebody else, asked for since a moment; the oldest first. */
  waiting(caller: Caller, since: Date): Promise<Stored<Access>[]> {
    const filter = { approved: { $type: 'null' }, at: { $gt: since }, accountId: { $ne: caller.accountId } }
    return this.findWhere(caller, filter, { sort: { at: 1 }, limit: MOST_WAITING })
  }

  /** A page of the looks at a person, newest first. */
  ofPerson(caller: Caller, personId: string, after: SortKey | null, limit: number): Promise<Stored<Access>[]> {
    const from = after && [new Date(after[0] ?? 0), after[1]]
    return this.findWhere(caller, { personId, ...behind(NEWEST_FIRST, from as SortKey | null) }, { sort: NEWEST_FIRST, limit })
  }

  /** The latest looks at a person, for the person himself. */
  async ofHimself(personId: string, limit: number): Promise<Stored<Access>[]> {
    const looks = this.model
      .find({ personId } as never, AS_READ)
      .sort(NEWEST_FIRST)
      .limit(limit)
    return await looks.lean<Stored<Access>[]>()
  }

  /** Takes the reasons of looks that were kept for their time: who looked, when and what for stays. */
  async takeReasons(ids: readonly string[]): Promise<void> {
    await this.model.collection.updateMany({ _id: { $in: ids as never } }, { $set: { reason: '', 'log.commands': [] } })
  }

  /** Takes the reasons of all looks at a person who is erased, and the fingerprints of what was said with them. */
  async forgetReasons(personId: string): Promise<void> {
    await this.model.collection.updateMany({ personId }, { $set: { reason: '', 'log.commands': [] } })
  }
}
