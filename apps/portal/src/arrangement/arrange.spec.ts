import type { Column } from '../table/columns'
import { arrange, valuesIn } from './arrange'

interface Row {
  name: string
  days: number | null
}
const columns: Column<Row>[] = [
  { key: 'name', title: '区划', value: ({ name }) => name, filter: true },
  { key: 'days', title: '天数', value: ({ days }) => days, numeric: true },
]
const rows: Row[] = [
  { name: '宜兴市', days: 9 },
  { name: '滨湖区', days: null },
  { name: '江阴市', days: 10 },
]
const names = (arranged: Row[]) => arranged.map(({ name }) => name)

test('names are sorted by pinyin in Chinese', () => {
  expect(names(arrange(rows, columns, { sort: 'name', filters: {} }, 'zh-CN'))).toEqual(['滨湖区', '江阴市', '宜兴市'])
})

test('numbers are sorted as numbers, and what is unknown comes last in both directions', () => {
  expect(names(arrange(rows, columns, { sort: 'days', filters: {} }, 'zh-CN'))).toEqual(['宜兴市', '江阴市', '滨湖区'])
  expect(names(arrange(rows, columns, { sort: '-days', filters: {} }, 'zh-CN'))).toEqual(['江阴市', '宜兴市', '滨湖区'])
})

test('a filter keeps the rows with one of its values; an empty one keeps all', () => {
  expect(names(arrange(rows, columns, { sort: undefined, filters: { name: ['江阴市', '宜兴市'] } }, 'zh-CN'))).toEqual(['宜兴市', '江阴市'])
  expect(arrange(rows, columns, { sort: undefined, filters: { name: [] } }, 'zh-CN')).toHaveLength(3)
})

test('a filter offers the values that occur, unknown as —', () => {
  const [, days] = columns
  expect(days && valuesIn(days, rows, 'zh-CN')).toEqual(['—', '9', '10'])
})
