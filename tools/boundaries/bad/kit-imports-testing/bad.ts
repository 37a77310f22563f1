// as libs/service-kit/src/store/store.ts
import { engines } from '@sizhang/testing'

export const started = engines
