import { valueIn, writtenValue } from './condition-values.domain'

test.each([
  ['COUNT', '2', 2],
  ['COUNT', '２ 个', 2],
  ['COUNT', '1,200人', 1200],
  ['COUNT', '两个', null],
  ['COUNT', '2 元', null],
  ['MONEY', '50000', 5_000_000],
  ['MONEY', '５０，０００.５元', 5_000_050],
  ['MONEY', '5.12万元', 5_120_000],
  ['MONEY', '0.29', 29],
  ['AREA', '60.5㎡', 60.5],
  ['AREA', '60 平方米', 60],
  ['YES_NO', '有', 1],
  ['YES_NO', '无', 0],
  ['YES_NO', 'no', 0],
  ['YES_NO', '2', null],
  ['COUNT', '', null],
] as const)('of %s, %j is read as %j', (measure, written, value) => {
  expect(valueIn(written, { measure })).toBe(value)
})

test.each([
  ['COUNT', 12],
  ['MONEY', 5_000_050],
  ['AREA', 60.25],
  ['YES_NO', 0],
] as const)('a value of %s is written as it is read', (measure, value) => {
  for (const language of ['zh', 'en'] as const) expect(valueIn(writtenValue(value, { measure }, language), { measure })).toBe(value)
})
