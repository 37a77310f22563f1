// as libs/messaging/src/relay/retry.ts
export const tries = 3
