import { Cells, dayIn, isFormula, MODES, plainName } from './cells.domain'

test.each([
  ['2018-06-11', '2018-06-11'],
  ['2018/6/11', '2018-06-11'],
  ['2018.06.11', '2018-06-11'],
  ['2018年6月11日', '2018-06-11'],
  ['２０１８－０６－１１', '2018-06-11'],
  ['２０１８／６／１１', '2018-06-11'],
  ['2018-02-30', null],
  ['2018-06', null],
  ['43262', null],
  ['', null],
])('the day %j is read as %j', (written, day) => {
  expect(dayIn(written)).toBe(day)
})

const problemsOf = (cells: Cells<'name'>) => cells.problems.map(({ line, refusal: { code, details } }) => [line, details.field, code])

test('a cell below merged ones is empty, and is said to be; one with white space alone is empty, too', () => {
  for (const name of ['', ' \u3000']) {
    const cells = new Cells<'name'>({ line: 3, name })
    expect([cells.needed('name'), cells.day('name')]).toEqual([null, null])
    expect(problemsOf(cells)).toEqual([
      [3, 'name', 'CELL_EMPTY'],
      [3, 'name', 'CELL_EMPTY'],
    ])
  }
})

test('a code that a spreadsheet rounded is told apart from one that is not known', () => {
  const cells = new Cells<'name'>({ line: 3, name: '3.20205E+11' })
  expect(cells.areaCode('name')).toBeNull()
  expect(problemsOf(cells)).toEqual([[3, 'name', 'AREA_CODE_ROUNDED']])
})

test.each([['区域联建'], ['joint_by_area'], [' 区域 联建']])('the mode %j is that of a joint foundation by area', (written) => {
  expect(MODES.get(plainName(written))).toBe('JOINT_BY_AREA')
})

test.each([
  ['=A2&B2', true],
  ['＝A2', true],
  ['#N/A', true],
  ['#REF!', true],
  ['红豆=集团', false],
  ['#1 公司', false],
])('of %j it is said that it is a formula: %j', (text, isSaid) => {
  expect(isFormula(text)).toBe(isSaid)
})
