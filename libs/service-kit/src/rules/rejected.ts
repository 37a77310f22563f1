import type { RefusalCode } from '../refusals'

/** What a refusal says beside its code: the input path, the value as given, and the figures that its text names. */
export interface RefusalDetails {
  /** Path in the input, such as `homeJob.from`. */
  field?: string
  /** The value as it was given. */
  value?: unknown
  [detail: string]: unknown
}

/** An expected refusal: a rule of the trade said no. Everything else that is thrown is a fault. */
export class Rejected extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code)
    this.name = 'Rejected'
  }
}
