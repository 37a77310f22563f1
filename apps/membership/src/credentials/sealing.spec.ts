import { randomBytes } from 'node:crypto'
import { isNamed, notNamed, notSealedBy, open, openBytes, seal, sealBytes } from './sealing'

const [FIRST, SECOND] = [randomBytes(32), randomBytes(32)]
const LI = 'li phone'
const PHONE = '13900008000'

test('while the keys are replaced, whoever is one step behind opens what is sealed, and what he seals is opened', () => {
  const steps = [
    { FIELD_KEY: FIRST },
    { FIELD_KEY: FIRST, NEXT_FIELD_KEY: SECOND },
    { FIELD_KEY: SECOND, PREVIOUS_FIELD_KEY: FIRST },
    { FIELD_KEY: SECOND },
  ]
  for (const [place, keys] of steps.slice(0, 2).entries()) {
    const other = steps[place + 1] ?? keys
    expect([open(keys, LI, seal(other, LI, PHONE)), open(other, LI, seal(keys, LI, PHONE))]).toEqual([PHONE, PHONE])
  }
  expect(open({ FIELD_KEY: SECOND }, LI, seal({ FIELD_KEY: SECOND, PREVIOUS_FIELD_KEY: FIRST }, LI, PHONE))).toBe(PHONE)
})

test('another key alone opens nothing, and that is said with the settings to look at, without the value', () => {
  const sealed = seal({ FIELD_KEY: FIRST }, LI, PHONE)
  const told = 'opens with none of the keys that are set (FIELD_KEY, NEXT_FIELD_KEY, PREVIOUS_FIELD_KEY)'
  expect(() => open({ FIELD_KEY: SECOND }, LI, sealed)).toThrow(told)
  expect(() => open({ FIELD_KEY: SECOND, PREVIOUS_FIELD_KEY: randomBytes(32) }, LI, sealed)).toThrow(told)
  expect(() => open({ FIELD_KEY: FIRST }, LI, '')).toThrow(told)
})

test('only while a previous key is set what is sealed names its key: earlier releases read what has no name', () => {
  expect(seal({ FIELD_KEY: FIRST }, LI, PHONE)).toMatch(/^[A-Za-z0-9+/]+={0,2}$/)
  expect(seal({ FIELD_KEY: FIRST, NEXT_FIELD_KEY: SECOND }, LI, PHONE)).toMatch(/^[A-Za-z0-9+/]+={0,2}$/)
  const replacing = { FIELD_KEY: SECOND, PREVIOUS_FIELD_KEY: FIRST }
  const named = seal(replacing, LI, PHONE)
  expect(named).toMatch(/^[\w-]{8}\.[A-Za-z0-9+/]+={0,2}$/)
  for (const sealed of [named, seal({ FIELD_KEY: FIRST }, LI, PHONE), seal({ FIELD_KEY: SECOND }, LI, PHONE)]) {
    expect(isNamed(replacing, sealed)).toBe(sealed === named)
    expect(notNamed(replacing).$not.test(sealed)).toBe(sealed === named)
  }
})

test('bytes are sealed as texts are, by a key whose name is always told, and open at their own place alone', () => {
  const [before, replacing] = [{ FIELD_KEY: FIRST }, { FIELD_KEY: SECOND, PREVIOUS_FIELD_KEY: FIRST }]
  const bytes = randomBytes(1_000)
  const sealed = sealBytes(before, LI, bytes)
  expect(openBytes(replacing, LI, sealed.sealed).equals(bytes)).toBe(true)
  expect(sealed.sealed.includes(bytes.subarray(0, 16))).toBe(false)
  expect([notSealedBy(before).$ne === sealed.key, notSealedBy(replacing).$ne === sealed.key]).toEqual([true, false])
  for (const [keys, place, given] of [
    [{ FIELD_KEY: SECOND }, LI, sealed.sealed],
    [before, 'wu phone', sealed.sealed],
    [before, LI, sealed.sealed.subarray(0, 999)],
    [before, LI, Buffer.alloc(3)],
  ] as const)
    expect(() => openBytes(keys, place, given)).toThrow('opens with none of the keys that are set')
})
