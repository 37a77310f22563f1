import { administratorSession, startStack, type Stack } from '@sizhang/testing'
import { rows } from '../generate/dashboard/panels'
import { alertsOf, metricsIn, readRules } from './rules'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

const asked = new Set([
  ...alertsOf(readRules()).flatMap(({ expr }) => metricsIn(expr)),
  ...rows.flatMap(({ panels }) => panels.flatMap(({ queries }) => queries.flatMap(([expression]) => metricsIn(expression)))),
])
/** Prometheus says it of each target itself. */
asked.delete('up')

test('every metric that a rule or the dashboard asks for is told by a running app', async () => {
  const session = await administratorSession(stack)
  const answer = await fetch(`${stack.gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
    body: JSON.stringify({ query: '{ departments { code } never }' }),
  })
  expect(answer.status).toBe(400)
  const texts = await Promise.all(Object.values(stack.services).map(async (url) => (await fetch(`${url}/metrics`)).text()))
  const told = new Set(texts.join('\n').match(/^[a-z]\w*/gm))
  expect([...asked].filter((metric) => !told.has(metric))).toEqual([])
  expect(asked.size).toBeGreaterThan(20)
})
