import { readSettings, serviceSettings, setting } from '@sizhang/service-kit'
import { z } from 'zod'

const membershipSettings = serviceSettings.extend({
  /** Private Ed25519 key (JWK) that signs caller tokens. */
  CALLER_SIGNING_KEY: setting.json(
    z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string(), x: z.string(), d: z.string() }),
  ),
  /** Encrypts phones and identity numbers. */
  FIELD_KEY: setting.secret(32),
  /** Keys the index of phones and identity numbers. */
  INDEX_KEY: setting.secret(32),
  /** The administrator's password until it is changed at the first sign-in; used only while there is no account. */
  FIRST_PASSWORD: z.string().min(12),
})

/** The settings of membership, parsed. */
export type MembershipSettings = z.output<typeof membershipSettings>

/** The settings of membership. Throws one message that names what is missing. */
export function settings(environment: NodeJS.ProcessEnv): MembershipSettings {
  return readSettings(membershipSettings, environment)
}
