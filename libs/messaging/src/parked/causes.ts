/** Why an aggregate was set aside, as one of a few words. */
export type ParkedCause =
  'UNREADABLE' | 'TYPE_UNKNOWN' | 'TOPIC_WRONG' | 'PRODUCER_WRONG' | 'DATA_NOT_AS_DECLARED' | 'GAP' | 'HANDLER_FAILED' | 'DATABASE_REFUSED'

/** How the reasons begin that are kept with parked records; what follows may repeat words of the record. */
const BEGINNINGS: readonly [RegExp, ParkedCause][] = [
  [/^this release does not know the type /, 'TYPE_UNKNOWN'],
  [/^\S+ belongs to the topic /, 'TOPIC_WRONG'],
  [/^\S+ is told by \S+ alone, /, 'PRODUCER_WRONG'],
  [/^the data is not as declared: /, 'DATA_NOT_AS_DECLARED'],
  [/^a gap: /, 'GAP'],
  [/^the handler failed: /, 'HANDLER_FAILED'],
  [/^the database refused it: /, 'DATABASE_REFUSED'],
]

/** The cause behind a reason. Unlike the reason it never repeats a word of the record, so it may be shown to anybody. */
export function causeOf(reason: string): ParkedCause {
  return BEGINNINGS.find(([beginning]) => beginning.test(reason))?.[1] ?? 'UNREADABLE'
}
