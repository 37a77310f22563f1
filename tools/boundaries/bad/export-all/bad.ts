// as libs/messaging/src/index.ts
export * from './relay'
