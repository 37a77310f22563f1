import { auditCheckpoints } from '@sizhang/contracts'
import type { FactSubscription, StreamedFact } from '@sizhang/messaging'
import { Calendar, isWithinReach, reachOf, type Grant } from '@sizhang/service-kit'
import type { Verb } from '@sizhang/service-kit/rights'

const calendar = new Calendar(undefined)
/** Where the data of a fact say that it lies: one place, or that of each host. */
const PLACES = [
  { areas: 'path', unit: 'unitId' },
  { areas: 'hosts.path', unit: 'hosts.unitId' },
]

/** Who was granted what, who looked at whose numbers, and how far the audit goes, is for those who may see that. */
const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['membership.accounts', 'accounts.read'],
  ['membership.accesses', 'accesses.read'],
  ...auditCheckpoints.map(({ topic }): [string, Verb] => [topic, 'audit.read']),
])

/**
 * The facts of a subscription that somebody may see on the day on which each is handed on: those of his own areas and units. A fact that
 * names no place, such as that a person was registered, is for those alone whose right reaches everywhere.
 */
export function seenBy(grants: () => readonly Grant[], facts: FactSubscription): FactSubscription {
  return {
    async next() {
      for (;;) {
        const next = await facts.next()
        if (next.done || sees(grants(), next.value)) return next
      }
    },
    return: () => facts.return(),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

function sees(grants: readonly Grant[], { topic, data }: StreamedFact): boolean {
  const reach = reachOf(grants, VERBS.get(topic) ?? 'facts.follow', calendar.today())
  if (reach.everywhere) return true
  const fact = JSON.parse(data) as object
  return PLACES.some((place) => isWithinReach(reach, place, fact))
}
