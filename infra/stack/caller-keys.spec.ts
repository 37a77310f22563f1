import { sign, verify, createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto'
import { type CallerKeys, callerKeySteps, newCallerKeys, renewedWhenOld } from './caller-keys'

const A_DAY_MS = 24 * 3_600_000
const TOKEN = Buffer.from('token')
const signedBy = (key: string) => ({ kid: (JSON.parse(key) as { kid: string }).kid, signature: sign(null, TOKEN, privateOf(key)) })
const privateOf = (key: string) => createPrivateKey({ key: JSON.parse(key) as JsonWebKey, format: 'jwk' })

/** Whether who has these public keys takes what was signed so. */
function accepts(callerKeys: string, { kid, signature }: ReturnType<typeof signedBy>): boolean {
  const key = (JSON.parse(callerKeys) as { keys: (JsonWebKey & { kid: string })[] }).keys.find((each) => each.kid === kid)
  return key !== undefined && verify(null, TOKEN, createPublicKey({ key, format: 'jwk' }), signature)
}
const environmentOf = ({ callerKeys, callerSigningKey }: CallerKeys) => ({ CALLER_KEYS: callerKeys, CALLER_SIGNING_KEY: callerSigningKey })
const step = (name: string, environment: NodeJS.ProcessEnv) => ({ ...environment, ...callerKeySteps[name]?.(environment) })

test('between any two steps, whoever is one step behind takes what is signed, and is taken', () => {
  const states: NodeJS.ProcessEnv[] = [environmentOf(newCallerKeys())]
  for (const name of ['next', 'use', 'drop']) states.push(step(name, states.at(-1) ?? {}))
  for (const [place, state] of states.entries())
    for (const neighbour of [states[place - 1], states[place + 1]])
      if (neighbour) expect(accepts(String(state['CALLER_KEYS']), signedBy(String(neighbour['CALLER_SIGNING_KEY'])))).toBe(true)
  const [first, last] = [states[0], states.at(-1)]
  expect(accepts(String(last?.['CALLER_KEYS']), signedBy(String(first?.['CALLER_SIGNING_KEY'])))).toBe(false)
})

test.each([
  ['next', 'next', 'CALLER_KEYS holds two keys already'],
  ['none', 'use', 'NEXT_CALLER_SIGNING_KEY is not set'],
])('after %s, %s is out of turn', (before, name, said) => {
  const state = before === 'none' ? environmentOf(newCallerKeys()) : step(before, environmentOf(newCallerKeys()))
  expect(() => step(name, state)).toThrow(said)
})

test('a key that nobody would take is not used, and the one in use is not dropped', () => {
  const [one, other] = [environmentOf(newCallerKeys()), environmentOf(newCallerKeys())]
  expect(() => step('use', { ...one, NEXT_CALLER_SIGNING_KEY: other.CALLER_SIGNING_KEY })).toThrow('does not hold its public half')
  expect(() => step('drop', { ...one, CALLER_SIGNING_KEY: other.CALLER_SIGNING_KEY })).toThrow('does not hold its public half')
})

test('a key in wrong hands signs nothing any more: the pair that replaces it stands alone', () => {
  const before = step('next', environmentOf(newCallerKeys()))
  const after = step('replace', before)
  expect(accepts(String(after['CALLER_KEYS']), signedBy(String(after['CALLER_SIGNING_KEY'])))).toBe(true)
  for (const old of ['CALLER_SIGNING_KEY', 'NEXT_CALLER_SIGNING_KEY'])
    expect(accepts(String(after['CALLER_KEYS']), signedBy(String(before[old])))).toBe(false)
  expect(after['NEXT_CALLER_SIGNING_KEY']).toBe('')
})

test('a pair is kept for ninety days and then replaced; the old one’s tokens hold until the next time', () => {
  const keys = newCallerKeys()
  expect(renewedWhenOld(keys, new Date(Date.now() + 89 * A_DAY_MS))).toBe(keys)
  const renewed = renewedWhenOld(keys, new Date(Date.now() + 91 * A_DAY_MS))
  expect(renewed.callerSigningKey).not.toBe(keys.callerSigningKey)
  expect([keys, renewed].map(({ callerSigningKey }) => accepts(renewed.callerKeys, signedBy(callerSigningKey)))).toEqual([true, true])
  const again = renewedWhenOld(renewed, new Date(Date.now() + 200 * A_DAY_MS))
  expect([keys, renewed].map(({ callerSigningKey }) => accepts(again.callerKeys, signedBy(callerSigningKey)))).toEqual([false, true])
})

test('a pair of which nobody knows when it was made is old', () => {
  const { callerKeys, callerSigningKey } = newCallerKeys()
  const nameless = (text: string) => text.replace(/"kid":"[^"]*"/, '"kid":"7c9e6679-7425-40de-944b-e07fc1f90ae7"')
  const keys = { callerKeys: nameless(callerKeys), callerSigningKey: nameless(callerSigningKey) }
  expect(renewedWhenOld(keys, new Date())).not.toBe(keys)
})
