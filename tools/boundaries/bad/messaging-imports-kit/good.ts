// as libs/messaging/src/outbox/relay.ts
import { topics } from '@sizhang/contracts'

export const all = topics
