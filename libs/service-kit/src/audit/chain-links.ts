import { createHash } from 'node:crypto'

/** 审计条目: who did what, to which record, when, from where and why, and whether it was done. Ids and codes alone: erasing a person changes none. */
export interface AuditEntry {
  /** UUIDv7; an entry that is handed over twice is chained once. */
  id: string
  at: Date
  /** Account that acted; null: nobody whom the service knows. */
  account: string | null
  /** Command, field of the graph's roots, or route. */
  action: string
  /** Kind of the record, as the verbs of rights name it; null: it was about no single record. */
  kind: string | null
  /** Opaque id of the record. */
  record: string | null
  /** Opaque id of a purpose and reason that are kept elsewhere. */
  reason: string | null
  /** Network address, as the gateway saw it; null: it did not come through the gateway. */
  address: string | null
  /** Follows the request through logs and facts. */
  trace: string
  /** Code of the refusal; null: it was done. */
  refusal: string | null
}

/** An entry in its place: numbered from 1 without a gap, each sealed together with the seal of the one before. */
export interface AuditLink extends AuditEntry {
  _id: number
  previous: string
  hash: string
}

/** The last link of a chain: its number (0: none yet) and hash. */
export interface AuditHead {
  position: number
  hash: string
}

/** A head that is kept where the chain is not. */
export interface AuditCheckpoint extends AuditHead {
  /** When it was published. */
  at: string
}

/** What is wrong with a chain, at its first bad entry. */
export type AuditFault =
  /** Nothing stands where the entries `from` to `to` were. */
  | { kind: 'GONE'; from: number; to: number }
  /** The entry is not what was sealed: edited, or moved from another place. */
  | { kind: 'ALTERED'; position: number }
  /** The entry is sealed in itself, and not with the one before it. */
  | { kind: 'UNLINKED'; position: number }
  /** Entries were sealed anew: a checkpoint knows another hash. The first of them is `from` at the earliest. */
  | { kind: 'REWRITTEN'; from: number; to: number; at: string }
  /** The chain ends before the last entry that a checkpoint knows. */
  | { kind: 'TAIL_GONE'; from: number; to: number; at: string }

/** The head of a service's empty chain; other services' entries do not fit on it. */
export function emptyHead(service: string): AuditHead {
  return { position: 0, hash: sha256(JSON.stringify(['audit', service])) }
}

/** Entries as the links that follow a head. */
export function linksAfter(head: AuditHead, entries: readonly AuditEntry[]): AuditLink[] {
  let { position, hash } = head
  return entries.map((entry) => {
    const open = { ...entry, _id: ++position, previous: hash }
    hash = sealOf(open)
    return { ...open, hash }
  })
}

/** The seal of a link: over its place, the seal before, and every field of the entry in one fixed form. */
export function sealOf({ _id, previous, id, at, account, action, kind, record, reason, address, trace, refusal }: Omit<AuditLink, 'hash'>) {
  return sha256(JSON.stringify([_id, previous, id, at, account, action, kind, record, reason, address, trace, refusal]))
}

/** Follows a chain link by link, and compares it with the checkpoints that are kept elsewhere. */
export class ChainWalk {
  private head: AuditHead
  private confirmed = 0
  private readonly checkpoints: readonly AuditCheckpoint[]
  private next = 0

  constructor(service: string, checkpoints: readonly AuditCheckpoint[]) {
    this.head = emptyHead(service)
    this.checkpoints = [...checkpoints].sort((one, other) => one.position - other.position)
  }

  /** Number of the last link that was followed. */
  get position(): number {
    return this.head.position
  }

  /** Goes on to the next link; answers what is wrong with it. */
  follow(link: AuditLink): AuditFault | undefined {
    const expected = this.head.position + 1
    if (link._id > expected) return { kind: 'GONE', from: expected, to: link._id - 1 }
    if (link._id < expected || !(link.at instanceof Date) || sealOf(link) !== link.hash) return { kind: 'ALTERED', position: link._id }
    if (link.previous !== this.head.hash) return { kind: 'UNLINKED', position: link._id }
    this.head = { position: link._id, hash: link.hash }
    return this.compare()
  }

  /** The chain has no further link: answers what is missing at its end. */
  end(): AuditFault | undefined {
    const last = this.checkpoints.at(-1)
    if (!last || last.position <= this.position) return undefined
    return { kind: 'TAIL_GONE', from: this.position + 1, to: last.position, at: last.at }
  }

  private compare(): AuditFault | undefined {
    const { position, hash } = this.head
    for (;;) {
      const checkpoint = this.checkpoints[this.next]
      if (!checkpoint || checkpoint.position > position) return undefined
      if (checkpoint.hash !== hash) return { kind: 'REWRITTEN', from: this.confirmed + 1, to: position, at: checkpoint.at }
      this.confirmed = position
      this.next += 1
    }
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
