// as libs/messaging/src/utils/retry.ts
export const tries = 3
