import { ENDS_AFTER, ENDS_UNUSED_AFTER, endsOf, isOpen, KEY_PASSES_FOR, KEY_RENEWED_AFTER, standingOf } from './sessions.domain'

const startedAt = new Date('2026-03-31T00:00:00Z')
const after = (milliseconds: number, from = startedAt) => new Date(from.getTime() + milliseconds)

test.each([
  ['begun just now', 0, 0, true],
  ['unused for just less than eight hours', ENDS_UNUSED_AFTER - 1, 0, true],
  ['unused for eight hours', ENDS_UNUSED_AFTER, 0, false],
  ['used, and open for just less than a day', ENDS_AFTER - 1, ENDS_AFTER - 1, true],
  ['used, and open for a day', ENDS_AFTER, ENDS_AFTER - 1, false],
])('a session that was %s', (_, now, used, open) => {
  expect(isOpen({ startedAt, usedAt: after(used) }, after(now))).toBe(open)
})

test('a session says when it ends, unused and in any case', () => {
  expect(endsOf({ startedAt, usedAt: after(60_000) })).toEqual({
    unusedAt: after(60_000 + ENDS_UNUSED_AFTER),
    atLatest: after(ENDS_AFTER),
  })
})

const renewed = after(KEY_RENEWED_AFTER)
const keys = [
  { key: 'first', since: startedAt },
  { key: 'second', since: renewed },
]
const offered = { key: 'third', since: null }

test.each([
  ['the last key', keys, 'second', renewed, 'PRESENT'],
  ['the last key just before an hour is over', keys, 'second', after(KEY_RENEWED_AFTER - 1, renewed), 'PRESENT'],
  ['the last key after an hour', keys, 'second', after(KEY_RENEWED_AFTER, renewed), 'DUE'],
  ['the last key while the next is offered, as an answer was lost', [...keys, offered], 'second', after(KEY_RENEWED_AFTER, renewed), 'DUE'],
  ['the next key', [...keys, offered], 'third', after(KEY_RENEWED_AFTER, renewed), 'OFFERED'],
  ['the key before, of a request that was on its way', keys, 'first', after(KEY_PASSES_FOR - 1, renewed), 'PASSING'],
  ['the key before, later', keys, 'first', after(KEY_PASSES_FOR, renewed), 'USED_TWICE'],
  ['the key before, while the next is offered', [...keys, offered], 'first', after(KEY_PASSES_FOR - 1, renewed), 'PASSING'],
  ['a key of long ago', [...keys, { key: 'third', since: after(1, renewed) }], 'first', after(2, renewed), 'USED_TWICE'],
])('whoever comes with %s', (_, held, key, now, standing) => {
  expect(standingOf(held, key, now)).toBe(standing)
})
