import { readSheet } from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
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

const texts = [
  ...[
    '=1+1',
    '+86',
    '-3',
    '@x',
    '\t=1',
    ' =1',
    '＝1',
    "'=1",
    "'村",
    '320205199001010000',
    '320205001009',
    '007',
    '1E5',
    '3-1',
    '2026-06-30',
  ],
  ...['"引",村', '两\n行', '<a>&', '𠮷', '_x003D_1', '_x005F_x0041_', '_x004_', 'a_x0041_b_xffff_'],
]

test.each(texts)('a spreadsheet that opens the file has the text %j in the cell, letter by letter', async (value) => {
  const file = await writeXlsxFile(sheetOf([{ value }], [{ key: 'value', title: '=名称', value: (row) => row.value }])).toBuffer()
  expect(await readSheet(file, { trim: false })).toEqual([['=名称'], [value]])
})
