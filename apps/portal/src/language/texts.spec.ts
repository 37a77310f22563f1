import { joinTexts } from './texts'

test('a key that two features claim is refused', () => {
  expect(joinTexts({ a: { 'a.x': '1' }, b: { 'b.x': '2' } })).toEqual({ 'a.x': '1', 'b.x': '2' })
  expect(() => joinTexts({ a: { 'a.x': '1' }, b: { 'a.x': '2' } })).toThrow('a.x')
})
