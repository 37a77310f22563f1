import { sheetOf } from './excel'

test('a text that looks like a formula goes into Excel as a text, a number as a number', () => {
  const rows = [
    { name: '=HYPERLINK("x")', count: 3 as number | null },
    { name: '@cmd', count: null },
  ]
  const [head, ...cells] = sheetOf(rows, [
    { key: 'name', title: '名称', value: ({ name }) => name },
    { key: 'count', title: '次数', unit: '次', value: ({ count }) => count },
  ])
  expect(head).toMatchObject([{ value: '名称' }, { value: '次数（次）' }])
  expect(cells).toEqual([
    [
      { value: '=HYPERLINK("x")', type: String, format: '@' },
      { value: 3, type: Number },
    ],
    [{ value: '@cmd', type: String, format: '@' }, null],
  ])
})
