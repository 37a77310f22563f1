import { type FieldKeySettings, fieldKeySteps } from './field-keys'

const FIRST = { FIELD_KEY: 'the first' }
const step = (name: string, settings: FieldKeySettings): FieldKeySettings => ({ ...settings, ...fieldKeySteps[name]?.(settings) })
const after = (...names: string[]) => names.reduce((settings, name) => step(name, settings), FIRST as FieldKeySettings)

test('a key is known to all before it is used, and the one before is at hand until it is dropped', () => {
  const next = after('next')
  expect(next).toEqual({ ...FIRST, NEXT_FIELD_KEY: expect.any(String) })
  expect(Buffer.from(String(next.NEXT_FIELD_KEY), 'base64')).toHaveLength(32)
  const used = step('use', next)
  expect(used).toEqual({ FIELD_KEY: next.NEXT_FIELD_KEY, NEXT_FIELD_KEY: '', PREVIOUS_FIELD_KEY: FIRST.FIELD_KEY })
  expect(step('drop', used)).toEqual({ FIELD_KEY: next.NEXT_FIELD_KEY, NEXT_FIELD_KEY: '', PREVIOUS_FIELD_KEY: '' })
})

test.each([
  ['next', ['next'], 'NEXT_FIELD_KEY holds one already'],
  ['next', ['next', 'use'], 'PREVIOUS_FIELD_KEY holds one still'],
  ['use', [], 'NEXT_FIELD_KEY is not set'],
  ['use', ['next', 'use'], 'NEXT_FIELD_KEY is not set'],
  ['drop', ['next'], 'PREVIOUS_FIELD_KEY is not set'],
  ['drop', ['next', 'use', 'drop'], 'PREVIOUS_FIELD_KEY is not set'],
])('%s is out of turn after %j', (name, before, said) => {
  expect(() => step(name, after(...before))).toThrow(said)
})

test.each(['next', 'use', 'drop'])('%s is refused without the settings at hand', (name) => {
  expect(() => step(name, { PREVIOUS_FIELD_KEY: 'one', NEXT_FIELD_KEY: '' })).toThrow('Nothing was changed: FIELD_KEY is not set')
})
