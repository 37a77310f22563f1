import type { Decision } from '@sizhang/service-kit/rules'
import type { Unit } from '../units/units.domain'

/** A change of several units that one write decided: what is left to do at the others (ADR 36). */
export interface ToCarryOut {
  /** The command under which each step is taken, once: the one that decided. */
  command: { commandId: string; name: string; input: Record<string, unknown> }
  /** Who decided it: whoever carries it out does so in his name. */
  by: { accountId: string; name: string }
  /** The unit whose write decided it, and in whose document it is said when all is done. */
  unitId: string
  /** In the order in which they are taken. */
  steps: { unitId: string; take: (unit: Unit) => Decision<Unit> }[]
  done: (unit: Unit) => Decision<Unit>
}
