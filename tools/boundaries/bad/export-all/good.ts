// as libs/messaging/src/index.ts
export { Relay } from './relay'
