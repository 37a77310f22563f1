import { randomUUID } from 'node:crypto'
import { ConditionCorrected, ConditionNoted } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { PATH } from '../testing/builders'
import { conditionKinds } from './condition-kinds.domain'
import {
  conditionsOn,
  correctCondition,
  noteCondition,
  type Conditions,
  type CorrectCondition,
  type Note,
  type NoteCondition,
} from './conditions.domain'

const [unitId, noteId, insteadId] = [randomUUID(), randomUUID(), randomUUID()]
const now = new Date('2026-03-31T04:00:00Z')
const around = { unit: { from: '2018-06-11', until: null }, by: 'clerk', now }
const evidence = { source: 'official-paper', evidenceTitle: '关于核定编制的批复', evidenceNumber: '锡编〔2024〕1号' }
const posts: NoteCondition = { noteId, kind: 'posts', value: 2, from: '2024-01-01', ...evidence }
const place = { unitId, unitType: 'TOWN', serves: 'TOWN', areaCode: '320205001', path: PATH } as const
const ofUnit = { unitId, unitType: 'TOWN', serves: 'TOWN', area: '320205001', path: PATH, noteId } as const

function aNote(said: Partial<Note> = {}): Note {
  const { source } = evidence
  const noted = { id: noteId, kind: 'posts', value: 2, source, evidence: { title: '批复', number: null }, notedAt: now, notedBy: 'clerk' }
  return { ...noted, from: '2024-01-01', until: null, correction: null, ...said }
}
const conditions = (...notes: Note[]): Conditions => ({ ...place, path: PATH, notes })
const on = (day: string, ...notes: Note[]) => conditionsOn(conditions(...notes), day)
const lineOf = (kind: string, day: string, ...notes: Note[]) => on(day, ...notes).find((line) => line.kind.code === kind)

describe('a condition is noted', () => {
  test('from evidence; code and figure are told, title and number of the paper stay inside', () => {
    given(conditions())
      .when(noteCondition, posts, around)
      .then(
        ConditionNoted.of({
          ...ofUnit,
          condition: { code: 'posts', value: 2, unit: 'posts' },
          ...{ lack: 'POSTS', lacking: false, source: 'official-paper', from: '2024-01-01', until: null },
        }),
      )
      .leaving({ notes: [aNote({ evidence: { title: '关于核定编制的批复', number: '锡编〔2024〕1号' } })] })
  })

  test.each([
    ['posts', 0, true],
    ['posts', 1, false],
    ['funds', 0, true],
    ['funds', 5_000_000, false],
    ['premises', 0, true],
    ['premises', 60.5, false],
    ['full-time-staff', 0, true],
    ['full-time-staff', 1, false],
    ['workers-homes', 0, null],
    ['popularisation-board', 0, null],
  ])('%s of %d say of a lack: %s', (kind, value, lacking) => {
    expect(noteCondition(conditions(), { ...posts, kind, value }, around).facts[0]?.data).toMatchObject({ lacking })
  })

  test('of funds to the end of the year of their budget', () => {
    const { facts, state } = noteCondition(conditions(), { ...posts, kind: 'funds', from: '2026-03-10' }, around)
    expect(facts[0]?.data).toMatchObject({ until: '2027-01-01' })
    expect(state.notes[0]?.until).toBe('2027-01-01')
  })

  test('anew when it changes; what was noted before stays', () => {
    const { notes } = noteCondition(conditions(aNote({ id: 'before' })), { ...posts, from: '2025-01-01', value: 3 }, around).state
    expect(notes).toEqual([aNote({ id: 'before' }), expect.objectContaining({ id: noteId, value: 3 })])
  })

  test('once for a day of each kind; a corrected note holds no place', () => {
    given(conditions(aNote())).when(noteCondition, posts, around).rejects('CONDITION_NOTED_ALREADY', { field: 'from', value: '2024-01-01' })
    expect(noteCondition(conditions(aNote()), { ...posts, kind: 'premises' }, around).state.notes).toHaveLength(2)
    const corrected = aNote({ correction: { reason: '笔误', at: now, by: 'clerk', insteadId: null } })
    expect(noteCondition(conditions(corrected), posts, around).state.notes).toHaveLength(2)
  })

  const refused: [string, Partial<NoteCondition>, string, string][] = [
    ['of a kind that there is not', { kind: 'cars' }, 'CONDITION_KIND_UNKNOWN', 'kind'],
    ['below zero', { value: -1 }, 'CONDITION_VALUE_INVALID', 'value'],
    ['in parts of a post', { value: 1.5 }, 'CONDITION_VALUE_INVALID', 'value'],
    ['in parts of a fen', { kind: 'funds', value: 0.5 }, 'CONDITION_VALUE_INVALID', 'value'],
    ['finer than a hundredth of a square metre', { kind: 'premises', value: 60.555 }, 'CONDITION_VALUE_INVALID', 'value'],
    ['neither yes nor no', { kind: 'popularisation-station', value: 2 }, 'CONDITION_VALUE_INVALID', 'value'],
    ['as no number', { value: Number.NaN }, 'CONDITION_VALUE_INVALID', 'value'],
    ['from a source that there is not', { source: 'rumour' }, 'CONDITION_SOURCE_UNKNOWN', 'source'],
    ['without evidence', { evidenceTitle: ' ' }, 'TEXT_TOO_SHORT', 'evidenceTitle'],
    ['before the unit is in force', { from: '2018-06-10' }, 'UNIT_NOT_IN_FORCE', 'from'],
  ]

  test.each(refused)('but not %s', (_, said, code, field) => {
    given(conditions())
      .when(noteCondition, { ...posts, ...said }, around)
      .rejects(code, { field })
  })
})

describe('a note is corrected', () => {
  const instead = { noteId: insteadId, value: 0, from: '2024-02-01', ...evidence }
  const command: CorrectCondition = { noteId, reason: '误录为核定数', instead }

  test('by another of the same kind; both stay to be read', () => {
    given(conditions(aNote()))
      .when(correctCondition, command, around)
      .then(
        ConditionCorrected.of({ ...ofUnit, lack: 'POSTS', kind: 'posts' }),
        ConditionNoted.of({
          ...{ ...ofUnit, noteId: insteadId, lack: 'POSTS', lacking: true, source: 'official-paper', from: '2024-02-01', until: null },
          condition: { code: 'posts', value: 0, unit: 'posts' },
        }),
      )
      .leaving({
        notes: [
          aNote({ correction: { reason: '误录为核定数', at: now, by: 'clerk', insteadId } }),
          expect.objectContaining({ id: insteadId, kind: 'posts', value: 0, correction: null }),
        ],
      })
  })

  test('also for the same day', () => {
    expect(
      correctCondition(conditions(aNote()), { ...command, instead: { ...instead, from: '2024-01-01' } }, around).state.notes,
    ).toHaveLength(2)
  })

  test('to unknown, where what is true instead is not known', () => {
    given(conditions(aNote()))
      .when(correctCondition, { ...command, instead: null }, around)
      .then(ConditionCorrected.of({ ...ofUnit, lack: 'POSTS', kind: 'posts' }))
      .leaving({ notes: [aNote({ correction: { reason: '误录为核定数', at: now, by: 'clerk', insteadId: null } })] })
  })

  test('once, with a reason, and where there is one', () => {
    const corrected = aNote({ correction: { reason: '笔误', at: now, by: 'clerk', insteadId: null } })
    given(conditions(corrected)).when(correctCondition, command, around).rejects('CONDITION_CORRECTED_ALREADY', { field: 'noteId' })
    given(conditions(aNote()))
      .when(correctCondition, { ...command, reason: '' }, around)
      .rejects('TEXT_TOO_SHORT', { field: 'reason' })
    given(conditions()).when(correctCondition, command, around).rejects('NOT_FOUND', { field: 'noteId', value: noteId })
  })
})

describe('on a day', () => {
  test('the last note that had begun counts', () => {
    const notes = [aNote({ id: 'later', from: '2025-01-01', value: 0 }), aNote()]
    const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01']
    expect(days.map((day) => lineOf('posts', day, ...notes)?.note?.value)).toEqual([undefined, 2, 2, 0])
    expect(days.map((day) => lineOf('posts', day, ...notes)?.lacking)).toEqual([null, false, false, true])
  })

  test('what was never noted is unknown, which is not zero and no lack', () => {
    expect(conditionsOn(null, '2026-01-01').map(({ note, lacking }) => [note, lacking])).toEqual(conditionKinds.map(() => [null, null]))
  })

  test('the funds of last year prove nothing of this one', () => {
    const funds = aNote({ kind: 'funds', value: 1, from: '2025-01-01', until: '2026-01-01' })
    expect(lineOf('funds', '2025-12-31', funds)?.lacking).toBe(false)
    expect(lineOf('funds', '2026-01-01', funds)).toMatchObject({ note: null, lacking: null })
  })

  test('a corrected note counts on no day, the one before it does', () => {
    const corrected = aNote({
      id: 'wrong',
      from: '2025-01-01',
      value: 0,
      correction: { reason: '笔误', at: now, by: 'clerk', insteadId: null },
    })
    expect(lineOf('posts', '2025-06-01', aNote(), corrected)?.note?.id).toBe(noteId)
  })
})

test('the four lacks are proven by one kind each', () => {
  expect(conditionKinds.flatMap(({ lack }) => (lack ? [lack] : []))).toEqual(['POSTS', 'FUNDS', 'PREMISES', 'STAFF'])
})
