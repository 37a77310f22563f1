import { commandIdOf, hashOf } from './command'

const commandId = '0190b5a2-0000-7000-8000-000000000000'
const hash = (input: object, name = 'openTerm') => hashOf({ commandId, name, input })

test('a command says the same in whatever order its fields stand, and whether what is absent is left out or null', () => {
  expect(hash({ a: 1, b: { c: [1, 2], d: null } })).toBe(hash({ b: { d: undefined, c: [1, 2] }, a: 1 }))
})

test.each([
  ['another value', { a: 2 }],
  ['another type', { a: '1' }],
  ['a field more', { a: 1, b: 0 }],
  ['nothing', {}],
])('it says something else with %s', (_, input) => {
  expect(hash(input)).not.toBe(hash({ a: 1 }))
})

test('it says something else with its list in another order, or under another name', () => {
  expect(hash({ a: [1, 2] })).not.toBe(hash({ a: [2, 1] }))
  expect(hash({ a: 1 }, 'openBody')).not.toBe(hash({ a: 1 }))
})

test('nothing of what was said can be read back', () => {
  expect(hash({ name: '东亭' })).toMatch(/^[\w-]{22}$/)
})

test('a command’s id is a UUID, in one form', () => {
  const command = { name: 'openTerm', input: {} }
  expect(commandIdOf({ ...command, commandId: commandId.toUpperCase() })).toBe(commandId)
  for (const bad of ['', '1', `${commandId}0`, 'zzzzzzzz-0000-7000-8000-000000000000'])
    expect(() => commandIdOf({ ...command, commandId: bad })).toThrow(
      expect.objectContaining({ code: 'COMMAND_ID_INVALID', details: { field: 'commandId', value: bad } }),
    )
})
