import { randomUUID } from 'node:crypto'
import { AreaEnded, AreaEstablished, AreaReclassified, AreaRecoded, AreaRenamed } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { anArea, PATH } from '../testing/builders'
import { designationOn, designationsOf, endArea, establishFromList, listOn, redesignateArea, type EndArea } from './succession.domain'

const listId = randomUUID()
const paper = '苏政复〔2025〕9号'
const fact = { code: '320205001', level: 'TOWN', path: PATH } as const
const street = { code: '320205001', name: '东亭街道', kind: 'STREET', placeholder: false } as const
const renamed = { ...street, name: '云林街道', from: '2024-01-01', paper }
const end: EndArea = { listId, on: '2026-01-01', how: 'MERGED', successors: ['320205002'], heir: ['320200', '320205', '320205002'], paper }

test('an area goes on under another name, code and kind; each is a fact, the name is in none', () => {
  const next = { code: '320205101', name: '东亭镇', kind: 'TOWN', placeholder: false, from: '2026-01-01', paper } as const
  given(anArea())
    .when(redesignateArea, { ...next, listId })
    .then(
      AreaRenamed.of({ ...fact, on: '2026-01-01' }),
      AreaRecoded.of({ ...fact, on: '2026-01-01', listCode: '320205101' }),
      AreaReclassified.of({ ...fact, on: '2026-01-01', kind: 'TOWN', placeholder: false }),
    )
    .leaving({ name: '东亭街道', code: '320205001', later: [next], lists: [listId] })
})

test('only what is another is told', () => {
  given(anArea())
    .when(redesignateArea, { ...renamed, listId })
    .then(AreaRenamed.of({ ...fact, on: '2024-01-01' }))
})

test('an area ends, and says who carries it on', () => {
  const { listId: _, paper: __, ...told } = end
  given(anArea())
    .when(endArea, end)
    .then(AreaEnded.of({ ...fact, ...told }))
    .leaving({ end: { ...told, paper }, lists: [listId] })
})

test('a new area is established from the day of the list, as a part of the one it was split from', () => {
  const path = ['320200', '320205', '320205004']
  const said = { code: '320205004', name: '春雷街道', level: 'TOWN', kind: 'STREET', placeholder: false, path } as const
  const { state, facts } = establishFromList({ ...said, path: [...path], from: '2026-01-01', splitFrom: '320205001', paper, listId })
  const { name: _, ...place } = said
  expect(facts).toEqual([AreaEstablished.of({ ...place, path, parent: '320205', from: '2026-01-01', splitFrom: '320205001' })])
  expect(state).toMatchObject({ name: '春雷街道', paper, lists: [listId], splitFrom: '320205001' })
})

test.each([
  ['a change', { later: [renamed] }],
  ['its foundation', { from: '2024-01-01' }],
  ['its end', { end: { ...end, on: '2024-01-01' } }],
])('nothing is changed on the day of %s, or before', (_, said) => {
  given(anArea(said))
    .when(redesignateArea, { ...renamed, listId })
    .rejects('AREA_CHANGED_LATER_ALREADY', { field: 'on' })
  given(anArea(said))
    .when(endArea, { ...end, on: '2023-12-31' })
    .rejects('AREA_CHANGED_LATER_ALREADY', { field: 'on' })
})

test.each([
  ['2023-12-31', '东亭街道'],
  ['2024-01-01', '云林街道'],
  ['2030-01-01', '云林街道'],
])('on %s it is called %s, also when it is over', (on, name) => {
  expect(designationOn(anArea({ later: [renamed], end }), on).name).toBe(name)
})

test('what it was called follows without gap, the last as long as the area', () => {
  expect(designationsOf(anArea({ later: [renamed], end }))).toEqual([
    { ...street, from: null, until: '2024-01-01', paper: null },
    { ...renamed, until: '2026-01-01' },
  ])
})

test('the list of a day has the codes of that day, also of the area above, and nothing that is over', () => {
  const county = anArea({ code: '320205', level: 'COUNTY', kind: null, parent: '320200', path: ['320200', '320205'] })
  const recoded = { code: '320207', name: '锡山区', kind: null, placeholder: false, from: '2025-01-01', paper }
  const all = [{ ...county, later: [recoded] }, anArea(), anArea({ code: '320205003', end: { ...end, on: '2025-01-01' } })]
  expect([...listOn(all, new Map(), '2025-01-01')].map(([code, { parent }]) => [code, parent])).toEqual([
    ['320207', '320200'],
    ['320205001', '320207'],
  ])
  expect([...listOn(all, new Map(), '2024-12-31').keys()]).toEqual(['320205', '320205001', '320205003'])
})
