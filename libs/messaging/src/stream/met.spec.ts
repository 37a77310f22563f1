import { Met } from './met'

const fact = (subject: string, sequence: number, topic = 'organization.units') => ({ topic, subject, sequence })

test('a fact that comes again is not new, nor is an earlier one of its aggregate', () => {
  const met = new Met()
  const sequence = [1, 1, 2, 1, 2, 3].map((number) => met.isNew(fact('a', number)))
  expect(sequence).toEqual([true, false, true, false, false, true])
})

test('aggregates of two topics are not confused', () => {
  const met = new Met()
  expect(met.isNew(fact('a', 1))).toBe(true)
  expect(met.isNew(fact('a', 1, 'membership.persons'))).toBe(true)
})

test('of more aggregates than are remembered, the one met longest ago is forgotten', () => {
  const met = new Met(2)
  for (const subject of ['a', 'b', 'a', 'c']) met.isNew(fact(subject, 1))
  expect(['a', 'c', 'b'].map((subject) => met.isNew(fact(subject, 1)))).toEqual([false, false, true])
})
