/** An aggregate that is set aside, as an operator sees it. */
export interface ParkedAggregate {
  /** `<topic>/<aggregate id>`; for a record that does not name its aggregate `<topic>@<partition>:<offset>`. */
  key: string
  topic: string
  partition: number
  offset: number
  reason: string
  /** The record that stopped it, byte for byte. */
  value: Buffer | null
  at: Date
  /** How many later records wait behind it. */
  waiting: number
}

/** A parked aggregate without the record that stopped it. */
export interface ParkedGlance extends Omit<ParkedAggregate, 'value'> {
  /** An operator wants it tried again, and no instance has done so yet. */
  wished: boolean
}

/** What is parked, as far as it is shown at once. */
export interface ParkedOverview {
  count: number
  first: ParkedGlance[]
}

/** Collection `parked`: one document an aggregate, with the record that stopped it. */
export interface ParkedDocument {
  _id: string
  topic: string
  partition: number
  offset: number
  reason: string
  value: Buffer | null
  at: Date
  /** Raised whenever something is queued behind it: whoever takes the aggregate up again ends only at the revision that he saw. */
  revision: number
  /** An operator wants it tried again. */
  retry?: boolean
  /** … and the record that stopped it given up, for this reason. */
  discard?: string
}

/** Collection `parked_waiting`: the later records of parked aggregates, by place in the log. */
export interface WaitingDocument {
  _id: string
  /** The parked aggregate. */
  key: string
  topic: string
  partition: number
  offset: number
  value: Buffer | null
}
