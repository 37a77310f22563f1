// as libs/service-kit/src/store/store.ts
import { Relay } from '@sizhang/messaging'

export const relay = Relay
