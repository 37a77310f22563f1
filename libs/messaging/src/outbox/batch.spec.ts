import type { mongo } from 'mongoose'
import { entry, established, UNITS } from '../testing/facts'
import { byTopic, nextBatch, type Waiting } from './batch'
import type { AggregateDocument, OutboxEntry } from './log'

const unitId = '0190a7e0-0000-7000-8000-000000000001'
const collection = {} as mongo.Collection<AggregateDocument>
const waiting = (id: string, entries: OutboxEntry[], topic = UNITS): [string, Waiting] => [id, { collection, topic, id, entries }]
const facts = (count: number) => Array.from({ length: count }, (_, place) => entry(place + 1, established(unitId)))
const heavy = (count: number) => facts(count).map((fact) => ({ ...fact, data: { figures: '1'.repeat(300 * 1024) } }))
const taken = (batch: ReturnType<typeof nextBatch>) => batch.map(({ key, messages, upTo }) => [key, messages.length, upTo])

test('a batch takes five hundred events and breaks off within an aggregate', () => {
  const queue = new Map([waiting('a', facts(450)), waiting('b', facts(90)), waiting('c', facts(1))])
  expect(taken(nextBatch(queue, 's'))).toEqual([
    ['a', 450, 450],
    ['b', 50, 50],
  ])
})

test('a batch stays below what a partition takes in one request', () => {
  expect(taken(nextBatch(new Map([waiting('a', heavy(5))]), 's'))).toEqual([['a', 2, 2]])
})

test('an event that is too heavy for company goes alone', () => {
  const huge = [{ ...entry(1, established(unitId)), data: { figures: '1'.repeat(900 * 1024) } }]
  expect(taken(nextBatch(new Map([waiting('a', huge), waiting('b', facts(1))]), 's'))).toEqual([['a', 1, 1]])
})

test('events go to the topics of their aggregates', () => {
  const queue = new Map([waiting('a', facts(2)), waiting('p', facts(1), 'membership.persons'), waiting('b', facts(1))])
  const sent = byTopic(nextBatch(queue, 's'), 't1.').map(({ topic, messages }) => [topic, messages.map(({ key }) => key)])
  expect(sent).toEqual([
    ['t1.organization.units', ['a', 'a', 'b']],
    ['t1.membership.persons', ['p']],
  ])
})
