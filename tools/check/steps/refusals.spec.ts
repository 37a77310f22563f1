import { codesIn, untold } from './refusals'

const refusal = (zh: string, en: string, hint = '…') => ({
  family: 'CONFLICT' as const,
  zh: { message: zh, hint },
  en: { message: en, hint },
})

test('the code of a refusal is read where it is given, and where it is chosen first', () => {
  const said = codesIn('seats.domain.ts', "const code = full ? 'SEAT_FULL' : 'SEAT_CLOSED'; throw new Rejected('SEAT_UNKNOWN', { value })")
  expect(said.refused).toEqual(['SEAT_UNKNOWN'])
  expect(said.literals).toEqual(['SEAT_FULL', 'SEAT_CLOSED', 'SEAT_UNKNOWN'])
})

test('a refusal says the same details in both languages, and a way out in each', () => {
  expect(untold('SEAT_FULL', refusal('已满 {places}', '{places} taken'))).toEqual([])
  expect(untold('SEAT_FULL', refusal('{kindZh}已满', '{kindEn} taken'))).toEqual([])
  expect(untold('SEAT_FULL', refusal('已满', '{places} taken'))).toEqual(['SEAT_FULL names no detail in Chinese, places in English'])
  expect(untold('SEAT_FULL', refusal('已满', 'taken', ' '))).toEqual(['SEAT_FULL lacks a message or a way out in one language'])
})
