import type { Service } from '@sizhang/engines'
import type { Rebuild } from '@sizhang/messaging'
import type { Installation } from '../installation'

/** What a rebuild works on. */
export interface Work {
  service: Service
  rebuild: Rebuild
  installation: Installation
  say: (line: string) => void
}
