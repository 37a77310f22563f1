/** Acknowledged by a majority and in the journal: neither a fail-over nor a killed server takes it back. */
export const DURABLE = { w: 'majority', journal: true } as const
