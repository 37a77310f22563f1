import { read, type Reading } from '../consumer/read'
import { recordIn, UNITS } from '../testing/facts'
import { cut, plan, type Handle } from './plan'

const unitId = '0190a7e0-0000-7000-8000-000000000001'
const key = `${UNITS}/${unitId}`
const records = (...sequences: number[]): Reading[] =>
  sequences.map((seq, offset) => read({ topic: UNITS, partition: 0, offset, value: Buffer.from(recordIn(unitId, seq).value) }))
const broken: Reading = { key, raw: { topic: UNITS, partition: 0, offset: 9, value: null }, reason: 'the record has no value' }
const handle: Handle = async () => []
const seqs = (readings: { seq?: number }[]) => readings.map(({ seq }) => seq)

async function planned(readings: Reading[], applied: number, parked = false, by = handle) {
  const { steps, duplicates, stop, behind } = await plan(key, readings, { applied, parked }, by)
  return { steps: seqs(steps), duplicates, stop: stop && [stop.reading.seq, stop.reason], behind: seqs(behind) }
}

test('what is applied already is dropped, within the chunk too', async () => {
  expect(await planned(records(1, 2, 3, 2, 3, 4), 2)).toEqual({ steps: [3, 4], duplicates: 4, stop: undefined, behind: [] })
})

test('a gap stops the aggregate, and what comes later queues behind', async () => {
  expect(await planned(records(3, 5, 6, 3), 2)).toEqual({ steps: [3], duplicates: 1, stop: [5, 'a gap: after 3 comes 5'], behind: [6] })
})

test('a record that cannot be read stops the aggregate', async () => {
  const expected = { steps: [1], duplicates: 0, stop: [undefined, 'the record has no value'], behind: [2] }
  expect(await planned([...records(1), broken, ...records(2)], 0)).toEqual(expected)
})

test('a handler that throws stops the aggregate with its reason', async () => {
  const failing: Handle = async ({ sequence }) => (sequence === '2' ? Promise.reject(new TypeError('x is undefined')) : [])
  const expected = { steps: [1], duplicates: 0, stop: [2, 'the handler failed: TypeError: x is undefined'], behind: [3] }
  expect(await planned(records(1, 2, 3), 0, false, failing)).toEqual(expected)
})

test('of a parked aggregate everything new queues, and what is known is still dropped', async () => {
  expect(await planned(records(2, 3, 4), 2, true)).toEqual({ steps: [], duplicates: 1, stop: undefined, behind: [3, 4] })
})

test('a plan that is cut ends before the step, which stops it; what came after it queues, in order', async () => {
  const whole = await plan(key, records(1, 2, 3, 5, 6), { applied: 0, parked: false }, handle)
  const [second] = whole.steps.slice(1)
  if (!second) throw new Error('the plan has no second step')
  const { steps, stop, behind } = cut(whole, second, 'the database refused it')
  expect(seqs(steps)).toEqual([1])
  expect([stop?.reading.seq, stop?.reason]).toEqual([2, 'the database refused it'])
  expect(seqs(behind)).toEqual([3, 5, 6])
})

test('a plan without a stop keeps nothing behind but what came after the cut', async () => {
  const whole = await plan(key, records(1, 2), { applied: 0, parked: false }, handle)
  expect(whole.steps.map((step) => seqs(cut(whole, step, 'refused').behind))).toEqual([[2], []])
})
