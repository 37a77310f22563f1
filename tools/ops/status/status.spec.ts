import type { Figures } from './figures'
import type { AppHealth } from './health'
import { seen } from './status'

const now = new Date('2026-06-30T04:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
const well: AppHealth = { app: 'reporting', address: 'http://127.0.0.1:4004', answers: true, live: true, ready: true, reasons: [] }
const none = { count: 0, since: undefined }
const quiet: Figures = { lag: none, outbox: none, parked: 0 }

const needsOf = (figures: Partial<Figures>, health: Partial<AppHealth> = {}) =>
  seen([{ ...well, ...health }], new Map([['reporting', { ...quiet, ...figures }]]), now).needs

test('what is behind or unpublished for a minute may be so; for longer it needs a hand', () => {
  expect(needsOf({ lag: { count: 9, since: ago(60) }, outbox: { count: 9, since: ago(60) } })).toEqual([])
  expect(needsOf({ lag: { count: 9, since: ago(61) } })).toEqual([expect.stringContaining('落后 61 秒')])
  expect(needsOf({ outbox: { count: 1_200, since: ago(61) } })).toEqual([expect.stringContaining('有 1,200 条事实未发出')])
})

test('anything parked needs a hand, and the way out is named', () => {
  expect(needsOf({ parked: 1 })).toEqual([expect.stringContaining('npm run ops -- parked list')])
})

test('a service that is not ready says which part is not; one that is not live has to be started again', () => {
  expect(needsOf({}, { ready: false, reasons: ['consumer: waiting for Kafka'] })).toEqual([
    expect.stringContaining('consumer: waiting for Kafka'),
  ])
  expect(needsOf({}, { live: false, ready: false })).toEqual([expect.stringContaining('需要重启')])
})

test('figures bear the time up to which they hold all facts', () => {
  const { rows } = seen([], new Map([['reporting', { ...quiet, lag: { count: 1_204, since: ago(85) } }]]), now)
  expect(rows.at(-1)).toEqual(['统计 reporting', '—', '—', '1,204  85 s', ago(85).toISOString(), '0', '0'])
})
