import { generateKeyPairSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { Problem } from '../processes'

/** The key pair of caller tokens, as settings: the private half for membership, the public ones for everybody who checks a token. */
export interface CallerKeys {
  /** Private Ed25519 JWK, JSON. */
  callerSigningKey: string
  /** JWKS, JSON: one key, or two while one is being replaced. */
  callerKeys: string
}

interface Jwk {
  kid: string
  [member: string]: unknown
}

const RENEWED_AFTER_DAYS = 90
const A_DAY_MS = 24 * 3_600_000

/** A new pair. Its name tells when it was made. */
export function newCallerKeys(): CallerKeys {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { kty, crv, x, d } = privateKey.export({ format: 'jwk' })
  const named = { kty, crv, x, kid: uuidv7(), alg: 'EdDSA', use: 'sig' }
  return { callerSigningKey: JSON.stringify({ ...named, d }), callerKeys: JSON.stringify({ keys: [named] }) }
}

/** For an installation that is about to start as a whole: a pair older than ninety days is replaced, and tokens of the old one still hold. */
export function renewedWhenOld(keys: CallerKeys, now: Date): CallerKeys {
  const signing = JSON.parse(keys.callerSigningKey) as Jwk
  if (now.getTime() - madeAt(signing.kid) < RENEWED_AFTER_DAYS * A_DAY_MS) return keys
  const next = newCallerKeys()
  const old = publicKeys(keys.callerKeys).filter(({ kid }) => kid === signing.kid)
  return { ...next, callerKeys: JSON.stringify({ keys: [...publicKeys(next.callerKeys), ...old] }) }
}

/** Milliseconds since 1970; 0 where the name is none of ours or of a release before names told the time. */
function madeAt(kid: string): number {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(kid) ? Number.parseInt(kid.replaceAll('-', '').slice(0, 12), 16) : 0
}

/** What of the settings a step changes, by name. */
export type CallerKeyChange = Record<string, string>

/**
 * The steps by which the pair is replaced while everything runs, none of which makes a token invalid that is on its way: `next` makes a second
 * pair that everybody is told of, `use` has membership sign with it, `drop` takes the first away. Between two steps all apps are restarted,
 * one after the other. Throws a `Problem` where a step comes out of turn. `replace` is for a key in wrong hands: a pair alone, and no token
 * of before holds.
 */
export const callerKeySteps: Record<string, (environment: NodeJS.ProcessEnv) => CallerKeyChange> = {
  next(environment) {
    const keys = publicKeys(given(environment, 'CALLER_KEYS'))
    if (keys.length > 1) throw outOfTurn('CALLER_KEYS 中已有两个公钥，先 use、drop', 'CALLER_KEYS holds two keys already: use, then drop')
    const next = newCallerKeys()
    const both = JSON.stringify({ keys: [...keys, ...publicKeys(next.callerKeys)] })
    return { CALLER_KEYS: both, NEXT_CALLER_SIGNING_KEY: next.callerSigningKey }
  },

  use(environment) {
    const next = given(environment, 'NEXT_CALLER_SIGNING_KEY')
    requireKnown(next, environment)
    return { CALLER_SIGNING_KEY: next, NEXT_CALLER_SIGNING_KEY: '' }
  },

  drop(environment) {
    const { kid } = requireKnown(given(environment, 'CALLER_SIGNING_KEY'), environment)
    return { CALLER_KEYS: JSON.stringify({ keys: publicKeys(given(environment, 'CALLER_KEYS')).filter((key) => key.kid === kid) }) }
  },

  replace() {
    const { callerSigningKey, callerKeys } = newCallerKeys()
    return { CALLER_SIGNING_KEY: callerSigningKey, CALLER_KEYS: callerKeys, NEXT_CALLER_SIGNING_KEY: '' }
  },
}

function requireKnown(signingKey: string, environment: NodeJS.ProcessEnv): Jwk {
  const signing = parsed<Jwk>(signingKey, '签名密钥 the signing key')
  const known = publicKeys(given(environment, 'CALLER_KEYS')).some(({ kid }) => kid === signing.kid)
  if (!known) throw outOfTurn('CALLER_KEYS 中没有它的公钥，先 next', 'CALLER_KEYS does not hold its public half: next comes first')
  return signing
}

function given(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name]
  if (value) return value
  throw outOfTurn(
    `缺少 ${name}，请载入 .env：( set -a; . ./.env; npm run … )`,
    `${name} is not set: load .env for the command, ( set -a; . ./.env; npm run … )`,
  )
}

const publicKeys = (jwks: string): Jwk[] => parsed<{ keys: Jwk[] }>(jwks, 'CALLER_KEYS').keys

function parsed<Value>(text: string, name: string): Value {
  try {
    return JSON.parse(text) as Value
  } catch {
    throw outOfTurn(`${name} 不是 JSON`, `${name} is no JSON`)
  }
}

const outOfTurn = (chinese: string, english: string) => new Problem(`密钥未更换：${chinese}。`, `Nothing was changed: ${english}.`)
