import type { CoverageState, Level, NetworkPageQuery } from '../graph.generated'
import { networkOf, ofLevel, pathTo, tally } from './network'
import { openRows, stepInTree } from './tree-rows'

const area = (code: string, level: Level, parent: string | null, placeholder = false): NetworkPageQuery['areaTree'][number] => ({
  __typename: 'Area',
  code,
  name: code,
  level,
  kind: null,
  placeholder,
  parent: parent === null ? null : { __typename: 'Area', code: parent },
})
const cell = (code: string, state: CoverageState): NetworkPageQuery['towns'][number] => ({
  __typename: 'AreaCoverage',
  area: { __typename: 'Area', code },
  state,
  functioning: null,
})
const network = networkOf({
  areaTree: [
    area('32', 'CITY', null),
    area('3201', 'COUNTY', '32'),
    area('320101', 'TOWN', '3201'),
    area('320102', 'TOWN', '3201'),
    area('320190', 'TOWN', '3201'),
    area('32010101', 'VILLAGE', '320101'),
    area('32010102', 'VILLAGE', '320101', true),
  ],
  counties: [cell('3201', 'OWN')],
  towns: [cell('320101', 'JOINT'), cell('320102', 'BLANK'), cell('320190', 'ZONE')],
  villages: [cell('32010101', 'BLANK')],
})
const root = network.root

test('a jointly covered town counts as covered; a zone is in no total', () => {
  expect(root && tally(ofLevel(root, 'TOWN'))).toEqual({ total: 2, covered: 1, blank: 1, states: { JOINT: 1, BLANK: 1, ZONE: 1 } })
})

test('a placeholder row has no state and is in no total', () => {
  expect(root && tally(ofLevel(root, 'VILLAGE')).total).toBe(1)
  expect(network.byCode.get('32010102')?.state).toBeNull()
})

test('an area knows its way from the city', () => {
  const village = network.byCode.get('32010101')
  expect(village && pathTo(village).map(({ code }) => code)).toEqual(['32', '3201', '320101', '32010101'])
})

test('the tree shows what is open and is walked by the arrow keys', () => {
  if (!root) throw new Error('no root')
  const opened = new Set(['32', '3201'])
  const rows = openRows(root, opened)
  expect(rows.map(({ code }) => code)).toEqual(['32', '3201', '320101', '320102', '320190'])
  const step = (key: string, at: number) => stepInTree(key, rows[at] ?? root, at, rows, opened)
  expect(step('ArrowDown', 1)).toEqual({ do: 'go', to: '320101' })
  expect(step('ArrowRight', 2)).toEqual({ do: 'toggle' })
  expect(step('ArrowLeft', 2)).toEqual({ do: 'go', to: '3201' })
  expect(step('ArrowLeft', 1)).toEqual({ do: 'toggle' })
  expect(step('End', 0)).toEqual({ do: 'go', to: '320190' })
  expect(step('x', 0)).toBeUndefined()
})

test('who is told of one town alone sees that town and what lies above it', () => {
  const areaTree = [
    area('32', 'CITY', null),
    area('3201', 'COUNTY', '32'),
    area('320101', 'TOWN', '3201'),
    area('320102', 'TOWN', '3201'),
    area('32010101', 'VILLAGE', '320101'),
    area('32010102', 'VILLAGE', '320101', true),
    area('32010201', 'VILLAGE', '320102', true),
  ]
  const told = networkOf({ areaTree, counties: [], towns: [cell('320101', 'OWN')], villages: [cell('32010101', 'BLANK')] })
  expect([...told.byCode.keys()]).toEqual(['32', '3201', '320101', '32010101', '32010102'])
})

test('while nobody tells how areas are covered, all of them are shown', () => {
  expect(
    networkOf({ areaTree: [area('32', 'CITY', null), area('3201', 'COUNTY', '32')], counties: [], towns: [], villages: [] }).byCode.size,
  ).toBe(2)
})
