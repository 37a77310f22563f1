// as libs/service-kit/src/store/store.ts
import { loadPacks } from '@sizhang/packs'

export const packs = loadPacks
