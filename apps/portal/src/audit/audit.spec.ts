import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { auditedIn, nameOfAction, spanOfDays } from './audit'

test('the audit of members and accounts is shown unless another one is chosen', () => {
  expect([auditedIn(undefined), auditedIn('portal'), auditedIn('activity')]).toEqual(['membership', 'membership', 'activity'])
})

test.each([
  ['giveGrant', 'giveGrant'],
  ['askUnknownOperationOnceOrMore', 'askUnknownOperationOnceOrMore'],
  ['persons.read', 'read'],
  ['retryParkedInActivity', 'retryParked'],
  ['GET /files/areas', null],
  ['constructor', null],
])('the action %s is named by %s', (action, name) => {
  expect(nameOfAction(action)).toBe(name)
})

test('whatever can be done through the graph has a name in the audit', () => {
  const supergraph = readFileSync(join(__dirname, '../../../gateway/supergraph.graphql'), 'utf8')
  const mutations = Object.keys(buildSchema(supergraph, { assumeValid: true }).getMutationType()?.getFields() ?? {})
  expect(mutations.length).toBeGreaterThan(40)
  expect(mutations.filter((name) => nameOfAction(name) === null)).toEqual([])
})

test('days are whole: from the first midnight in Shanghai to the one behind the last day', () => {
  expect(spanOfDays('2026-06-01', '2026-06-30')).toEqual({ from: '2026-06-01T00:00:00+08:00', until: '2026-07-01T00:00:00+08:00' })
  expect(spanOfDays(undefined, undefined)).toEqual({})
})
