import type { RefusalCode } from '../refusals'

/** What a refusal says beside its code: the input path, the value as given, and the figures that its text names. */
export interface RefusalDetails {
  /** Path in the input, such as `homeJob.from`. */
  field?: string
  /** The value as it was given, or the beginning of a long one. */
  value?: unknown
  [detail: string]: unknown
}

/** An error without the place where it was made: to tell that costs more than many an answer, and one answer may have a thousand refusals. */
class WithoutPlace extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(message)
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** An expected refusal: a rule of the trade said no. Everything else that is thrown is a fault. */
export class Rejected extends WithoutPlace {
  readonly details: RefusalDetails

  constructor(
    readonly code: RefusalCode,
    details: RefusalDetails = {},
    /** The refusal that this one stands for where the caller may not learn of it; the audit does. */
    readonly hides?: RefusalCode,
  ) {
    super(code)
    this.name = 'Rejected'
    this.details = Object.fromEntries(Object.entries(details).map(([name, detail]) => [name, shortened(name, detail)]))
  }
}

/** What is said once may be answered a thousand times, at each place of a list: a text of a megabyte would be a gigabyte. */
const MOST_CHARACTERS = 200

function shortened(name: string, detail: unknown): unknown {
  const text = name === 'value' && typeof detail === 'object' && detail !== null ? JSON.stringify(detail) : detail
  return typeof text === 'string' && text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : detail
}
