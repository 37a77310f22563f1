import { runSteps } from './run-steps'
import type { Finding } from './step'

const good: Finding = { verdict: 'good', faults: [], mend: '' }

test('outcomes are told in the order of the list, whichever is done first', async () => {
  let finishFirst = (_: Finding): void => undefined
  const first = new Promise<Finding>((resolve) => (finishFirst = resolve))
  const told: string[] = []
  const steps = [
    { name: 'slow', run: () => first },
    { name: 'fast', run: () => good },
    { name: 'last', run: () => (finishFirst(good), good) },
  ]
  await runSteps(steps, 2, ({ name }) => told.push(name))
  expect(told).toEqual(['slow', 'fast', 'last'])
})

test('no more steps run at once than asked for', async () => {
  let [now, most] = [0, 0]
  const run = async (): Promise<Finding> => {
    most = Math.max(most, ++now)
    await Promise.resolve()
    now--
    return good
  }
  await runSteps(
    Array.from({ length: 6 }, (_, index) => ({ name: String(index), run })),
    2,
    () => undefined,
  )
  expect(most).toBe(2)
})

test('a step that throws is a fault, and the others go on', async () => {
  const broken = { name: 'broken', run: () => Promise.reject(new Error('no such file')) }
  const outcomes = await runSteps([broken, { name: 'next', run: () => good }], 2, () => undefined)
  expect(outcomes.map(({ name, faults }) => [name, faults])).toEqual([
    ['broken', ['no such file']],
    ['next', []],
  ])
})
