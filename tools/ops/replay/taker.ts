import type { LogRecord, Readable } from '@sizhang/messaging'

/** Takes facts in the order of the log, partition by partition; answers at the end what became of them. */
export interface Taker {
  take: (record: LogRecord, fact: Readable) => Promise<void>
  end: () => Promise<{ given: number; reasons: string[] }>
  /** Ends without what was not given yet. */
  breakOff: () => Promise<void>
}
