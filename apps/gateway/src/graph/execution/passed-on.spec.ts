import { PassedOn, textOf } from './passed-on'

test.each(['{"data":{"units":[]}}', '{"data":{"note":"he said \\"errors\\": none, \\"extensions\\": none"}}'])(
  '%s goes on as it came',
  (text) => {
    expect(textOf({ data: PassedOn.of(text) })).toBe(text)
  },
)

test.each([
  '{"data":{"unit":null},"errors":[{"message":"refused","path":["unit"]}]}',
  '{"data":{"unit":null},"extensions":{"stale":true}}',
  '{"errors":[{"message":"refused"}]}',
  '{"data":null}',
  'no JSON',
])('%s is read first', (text) => {
  expect(PassedOn.of(text)).toBeUndefined()
})

test('what else there is to say stands beside the text', () => {
  const answer = { data: PassedOn.of('{"data":{"units":[]}}'), errors: undefined, extensions: { stale: true } }
  expect(JSON.parse(textOf(answer))).toEqual({ data: { units: [] }, extensions: { stale: true } })
})

test('an answer that was put together is written whole', () => {
  expect(JSON.parse(textOf({ data: { units: [] }, errors: [] } as object))).toEqual({ data: { units: [] }, errors: [] })
})
