import { chosenElsewhere, intoOf, type Part, toggled } from './splits'

const part = (said: Partial<Part> = {}): Part => ({ unitId: 'a', areaCodes: ['1'], belowIds: ['x'], ...said })
const offered = { areas: [{ code: '1' }, { code: '2' }], below: [{ id: 'x' }] }

test('an item is chosen once, and taken off', () => {
  expect(toggled(['1'], '2', true)).toEqual(['1', '2'])
  expect(toggled(['1', '2'], '2', true)).toEqual(['1', '2'])
  expect(toggled(['1', '2'], '1', false)).toEqual(['2'])
})

test('what one takes over is not offered to another', () => {
  const parts = [part(), part({ areaCodes: ['2'] }), part({ areaCodes: [] })]
  expect(chosenElsewhere(parts, 0, ({ areaCodes }) => areaCodes)).toEqual(['2'])
  expect(chosenElsewhere(parts, 2, ({ areaCodes }) => areaCodes)).toEqual(['1', '2'])
})

test('sent is what can be handed over on the day, by parts that name a unit', () => {
  const parts = [part({ areaCodes: ['1', '9'], belowIds: ['x', 'y'] }), part({ unitId: null })]
  expect(intoOf(parts, offered)).toEqual([{ unitId: 'a', areaCodes: ['1'], belowIds: ['x'] }])
})

test('nothing is sent while no unit is named, or one of them takes over no area', () => {
  expect(intoOf([part({ unitId: null })], offered)).toBeNull()
  expect(intoOf([part(), part({ areaCodes: ['9'] })], offered)).toBeNull()
})
