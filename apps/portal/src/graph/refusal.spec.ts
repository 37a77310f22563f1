import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { concerns, refusalOf } from './refusal'

const refused = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message: '已有人', extensions }] })

test('a refusal keeps its field, value, rule and way out', () => {
  const refusal = refusalOf(refused({ code: 'SEAT_FULL', field: 'input.seatId', value: 's1', rule: '每个职务有名额', hint: '先免去一人' }))
  expect(refusal).toEqual({
    code: 'SEAT_FULL',
    message: '已有人',
    field: 'seatId',
    value: 's1',
    rule: '每个职务有名额',
    hint: '先免去一人',
  })
})

test('a refusal of a part of a field concerns the field', () => {
  const refusal = refusalOf(refused({ code: 'BAD_USER_INPUT', field: ['input', 'seats', '0', 'title'] }))
  expect(concerns(refusal, 'seats')).toBe(true)
  expect(concerns(refusal, 'seat')).toBe(false)
  expect(concerns(null, 'seats')).toBe(false)
})

test('a lost connection is no refusal', () => {
  expect(refusalOf(new TypeError('Failed to fetch'))).toBeNull()
})
