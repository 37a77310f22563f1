import type { ParkedFragment, StatusOfServiceFragment } from '../graph.generated'

/** The services in the order of the work: from the network to the figures. */
export const services = ['organization', 'membership', 'activity', 'reporting'] as const

export type Service = (typeof services)[number]

/** What a service says of itself; null: it gave no answer; undefined: it has been asked and has not answered yet. */
type Said = StatusOfServiceFragment | null | undefined
export type Statuses = Record<Service, Said>

/** Something that needs a hand, and what its sentence has to name. */
export interface Need {
  kind: 'away' | 'unready' | 'kafka' | 'parked' | 'unpublished' | 'behind'
  /** Of which services it is said. */
  services: readonly Service[]
  count?: number
  seconds?: number
  /** What the parts that are not ready say. */
  said?: string
}

/** What waits for longer wants somebody to look; `npm run ops -- status`, the docs and the alerts say the same. */
const PATIENCE_SECONDS = 60

const order: readonly Need['kind'][] = ['away', 'unready', 'kafka', 'parked', 'unpublished', 'behind']

/** All that needs a hand now, the gravest first. What Kafka alone is the cause of, and what is parked, is said once for all services. */
export function needsOf(statuses: Statuses): Need[] {
  const needs = services.flatMap((service) => needsOfService(service, statuses[service]))
  const unasked = services.filter((service) => statuses[service]?.unpublished && !statuses[service].lag)
  if (unasked.length > 0) needs.push({ kind: 'kafka', services: unasked })
  const parking = services.filter((service) => parkedIn(statuses[service]) > 0)
  const count = parking.reduce((sum, service) => sum + parkedIn(statuses[service]), 0)
  if (count > 0) needs.push({ kind: 'parked', services: parking, count })
  return needs.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}

function needsOfService(service: Service, status: Said): Need[] {
  const of = { services: [service] }
  if (status === undefined) return []
  if (!status) return [{ kind: 'away', ...of }]
  const { ready, unready, lag, unpublished } = status
  const needs: Need[] = []
  if (!ready) needs.push({ kind: 'unready', ...of, said: unready.map(saidBy).join('; ') })
  if (unpublished && unpublished.seconds > PATIENCE_SECONDS) needs.push({ kind: 'unpublished', ...of, ...numbersOf(unpublished) })
  if (lag && lag.seconds > PATIENCE_SECONDS) needs.push({ kind: 'behind', ...of, ...numbersOf(lag) })
  return needs
}

/** How many aggregates a service has set aside, as far as it says. */
export function parkedIn(status: Said): number {
  return status?.parked?.count ?? 0
}

function saidBy({ part, detail }: StatusOfServiceFragment['unready'][number]): string {
  return detail ? `${part}: ${detail}` : part
}

function numbersOf({ count, seconds }: { count: number; seconds: number }) {
  return { count, seconds }
}

/** A service in one word. */
export type State = 'asked' | 'well' | 'needs' | 'unready' | 'away'

/** The word for a service: the gravest of what is said of it. */
export function stateOf(status: Said, needs: readonly Need[], service: Service): State {
  if (status === undefined) return 'asked'
  if (!status) return 'away'
  if (!status.ready) return 'unready'
  return needs.some((need) => need.kind !== 'kafka' && need.services.includes(service)) ? 'needs' : 'well'
}

/** Somebody on this page asked for a retry. */
export interface Asked {
  service: Service
  parked: ParkedFragment
}

/** What came of it so far. `kept`: it was tried and stays parked. */
export type Outcome = 'trying' | 'applied' | 'kept'

/** What became of a wish, by what the service says now. While it does not say, nothing is known to have come of it. */
export function outcomeOf({ service, parked }: Asked, statuses: Statuses): Outcome {
  const now = statuses[service]?.parked
  if (!now) return 'trying'
  const found = now.first.find(({ id }) => id === parked.id)
  if (!found) return now.count > now.first.length ? 'trying' : 'applied'
  return !found.retrying && found.since !== parked.since ? 'kept' : 'trying'
}

/** The name of an aggregate in a command: by its id where it has one, else by the place of its record. */
export function nameOf({ topic, aggregate, partition, offset }: ParkedFragment): string {
  return aggregate ? `${topic}/${aggregate}` : placeOf({ topic, partition, offset })
}

/** Where a record stands in the log. */
export function placeOf({ topic, partition, offset }: Pick<ParkedFragment, 'topic' | 'partition' | 'offset'>): string {
  return `${topic}@${partition}:${offset}`
}
