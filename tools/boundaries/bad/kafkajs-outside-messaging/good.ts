// as apps/reporting/src/coverage/coverage.events.ts
import { When } from '@sizhang/messaging'

export const when = When
