// as libs/messaging/src/outbox/relay.ts
import { Rejected } from '@sizhang/service-kit'

export const refused = Rejected
