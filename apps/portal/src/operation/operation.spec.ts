import type { ParkedFragment, StatusOfServiceFragment } from '../graph.generated'
import { nameOf, needsOf, outcomeOf, stateOf, type Statuses } from './operation'

const waiting = (count: number, seconds: number) => ({ __typename: 'Backlog', count, seconds }) as const
const none = waiting(0, 0)
const aggregates = (count: number, first: ParkedFragment[]) => ({ __typename: 'ParkedAggregates', count, first }) as const
const part = (name: string, detail: string | null) => ({ __typename: 'UnreadyPart', part: name, detail }) as const
const at = '2026-06-30T04:00:00Z'
const well: StatusOfServiceFragment = {
  __typename: 'ServiceStatus',
  at,
  ready: true,
  unready: [],
  lag: none,
  asOf: at,
  unpublished: none,
  parked: aggregates(0, []),
}
const parked: ParkedFragment = {
  __typename: 'ParkedAggregate',
  id: 'a',
  aggregate: '0190a7e0-0000-7000-8000-000000000001',
  topic: 'organization.units',
  partition: 3,
  offset: 17,
  reason: 'GAP',
  since: at,
  waiting: 2,
  retrying: false,
}
const aside = (change: Partial<ParkedFragment> = {}) => ({ ...well, parked: aggregates(1, [{ ...parked, ...change }]) })
const all = (changes: Partial<Statuses> = {}): Statuses => ({
  organization: well,
  membership: well,
  activity: well,
  reporting: well,
  ...changes,
})

test('nothing needs a hand while all is well, nor what has waited for a minute', () => {
  expect(needsOf(all({ reporting: { ...well, lag: waiting(9, 60), unpublished: waiting(9, 60) } }))).toEqual([])
})

test('the gravest comes first: away, not ready, parked, unpublished, behind', () => {
  const late = { ...well, lag: waiting(9, 61), unpublished: waiting(3, 61) }
  const unready = { ...well, ready: false, unready: [part('consumer', 'waiting for Kafka')] }
  expect(needsOf({ organization: late, membership: aside(), activity: unready, reporting: null })).toEqual([
    { kind: 'away', services: ['reporting'] },
    { kind: 'unready', services: ['activity'], said: 'consumer: waiting for Kafka' },
    { kind: 'parked', services: ['membership'], count: 1 },
    { kind: 'unpublished', services: ['organization'], count: 3, seconds: 61 },
    { kind: 'behind', services: ['organization'], count: 9, seconds: 61 },
  ])
})

test('a Kafka that gives no answer is said once; a database that gives none is its service’s own matter', () => {
  const silent = { ...well, lag: null, asOf: null }
  expect(needsOf(all({ activity: silent, reporting: silent }))).toEqual([{ kind: 'kafka', services: ['activity', 'reporting'] }])
  const unready = { ready: false, unready: [part('database', null)] }
  expect(needsOf(all({ activity: { ...silent, ...unready, unpublished: null, parked: null } }))).toEqual([
    { kind: 'unready', services: ['activity'], said: 'database' },
  ])
})

test('what is parked is said once, however many services have set it aside', () => {
  expect(needsOf(all({ membership: aside(), reporting: aside() }))).toEqual([
    { kind: 'parked', services: ['membership', 'reporting'], count: 2 },
  ])
})

test('a service is called by the gravest that is said of it', () => {
  const statuses = all({ membership: aside(), reporting: null, activity: { ...aside(), ready: false } })
  const states = (['organization', 'membership', 'activity', 'reporting'] as const).map((service) =>
    stateOf(statuses[service], needsOf(statuses), service),
  )
  expect(states).toEqual(['well', 'needs', 'unready', 'away'])
})

test('a service that has not answered yet is neither well nor away, and nothing is said of it', () => {
  const statuses = all({ activity: undefined })
  expect(needsOf(statuses)).toEqual([])
  expect(stateOf(statuses.activity, [], 'activity')).toBe('asked')
})

test('a retry is over when the aggregate is gone, or stays with another time; not while its service is away', () => {
  const asked = { service: 'reporting', parked } as const
  const after = (reporting: Statuses['reporting']) => outcomeOf(asked, all({ reporting }))
  expect(after(aside())).toBe('trying')
  expect(after(aside({ retrying: true }))).toBe('trying')
  expect(after(aside({ since: '2026-06-30T04:00:02Z' }))).toBe('kept')
  expect(after(null)).toBe('trying')
  expect(after(well)).toBe('applied')
  expect(after({ ...well, parked: aggregates(51, []) })).toBe('trying')
})

test('an aggregate is called by its id, and one without by the place of its record', () => {
  expect(nameOf(parked)).toBe('organization.units/0190a7e0-0000-7000-8000-000000000001')
  expect(nameOf({ ...parked, aggregate: null })).toBe('organization.units@3:17')
})
