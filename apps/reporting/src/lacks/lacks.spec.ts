import { countLack, lacksOn, stateOf, type Note, type NotedUnit } from './lacks.domain'

const aNote = (said: Partial<Note> = {}): Note => ({ lack: 'POSTS', lacking: true, from: '2024-01-01', until: null, ...said })
const aUnit = (notes: Note[], unitId = 'u1'): NotedUnit => ({ unitId, path: [], notes })
const posts = (notes: Note[], on: string) => lacksOn([aUnit(notes)], on)[0]?.lacks[0]

test('a unit lacks what its last note up to the day says, from that day on', () => {
  const notes = [aNote({ from: '2025-01-01', lacking: false }), aNote()]
  const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01']
  expect(days.map((on) => posts(notes, on)?.state)).toEqual(['UNKNOWN', 'LACKING', 'LACKING', 'NOT_LACKING'])
  expect(posts(notes, '2025-06-01')).toEqual({ lack: 'POSTS', state: 'NOT_LACKING', since: '2025-01-01' })
})

test('a unit of which nothing was noted is unknown in all four, and counts in no other state', () => {
  const units = lacksOn([aUnit([])], '2026-01-01')
  expect(units[0]?.lacks).toEqual(['POSTS', 'FUNDS', 'PREMISES', 'STAFF'].map((lack) => ({ lack, state: 'UNKNOWN', since: null })))
  expect(countLack(units, 'FUNDS')).toEqual({ LACKING: 0, NOT_LACKING: 0, UNKNOWN: 1 })
})

test('the funds of a year are unknown from the first day of the next', () => {
  const funds = aNote({ lack: 'FUNDS', lacking: false, from: '2025-01-01', until: '2026-01-01' })
  const state = (on: string) => lacksOn([aUnit([funds])], on).map((unit) => stateOf(unit, 'FUNDS'))
  expect([state('2025-12-31'), state('2026-01-01')]).toEqual([['NOT_LACKING'], ['UNKNOWN']])
})

test('a corrected note says nothing on any day', () => {
  expect(posts([aNote({ corrected: true })], '2024-06-01')?.state).toBe('UNKNOWN')
})

test('each unit counts in one state of each lack', () => {
  const units = lacksOn(
    [aUnit([aNote()], 'a'), aUnit([aNote({ lacking: false })], 'b'), aUnit([], 'c'), aUnit([aNote()], 'd')],
    '2024-06-01',
  )
  expect(countLack(units, 'POSTS')).toEqual({ LACKING: 2, NOT_LACKING: 1, UNKNOWN: 1 })
  expect(countLack(units, 'STAFF')).toEqual({ LACKING: 0, NOT_LACKING: 0, UNKNOWN: 4 })
})
