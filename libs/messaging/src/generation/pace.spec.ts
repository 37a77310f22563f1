import { Lag } from '../consumer/lag'
import { Gate } from './gate'
import { Pace } from './pace'

const gate = new Gate()
let at = 0
let pace: Pace
beforeEach(() => {
  at = 0
  pace = new Pace(gate, new Lag(), () => at)
})

/** Live facts come, and each few seconds so many events are still to be built in; answers how large the pieces became. */
async function pieces(...waiting: number[]): Promise<number[]> {
  const sizes: number[] = []
  for (const events of waiting) {
    gate.enter()()
    await pace.rest(0, events)
    sizes.push(pace.chunk)
    at += 5_000
  }
  return sizes
}

test('nobody works: large pieces', () => {
  expect(new Pace(new Gate(), new Lag()).chunk).toBe(2_000)
})

test('live facts come, and it gains on the log: small pieces', async () => {
  expect(await pieces(900, 700, 500, 20, 25)).toEqual([25, 25, 25, 25, 25])
})

test('it does not gain: the pieces grow, to an end, and stay so', async () => {
  expect(await pieces(900, 900, 950, 940, 980, 990, 999, 1_050)).toEqual([25, 50, 100, 100, 200, 400, 400, 400])
})

test('it is looked at now and then, not at each piece', async () => {
  await pieces(900)
  at = 4_999
  expect(await pieces(950)).toEqual([25])
})
