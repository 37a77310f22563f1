// as libs/packs/src/packs.ts
import { z } from 'zod'

export const level = z.string()
