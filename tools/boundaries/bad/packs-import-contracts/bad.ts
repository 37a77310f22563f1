// as libs/packs/src/packs.ts
import { levels } from '@sizhang/contracts'

export const all = levels
