import { readSettings, serviceSettings, setting } from '@sizhang/service-kit'
import { z } from 'zod'
import { providerIn } from './identity-provider/provider-settings'
import { readPersonalData, type PersonalData } from './personal-data-file'
import { checkSigningKey } from './sessions/signing-key'

const environmentSettings = serviceSettings.extend({
  /** Private Ed25519 key (JWK) that signs caller tokens. */
  CALLER_SIGNING_KEY: setting.json(
    z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string(), x: z.string(), d: z.string() }),
  ),
  /** Encrypts phones and identity numbers. */
  FIELD_KEY: setting.secret(32),
  /** Opens beside it, while the keys are being replaced: the one that will be next, or what the previous one encrypted. */
  NEXT_FIELD_KEY: setting.secretOrEmpty(32).optional(),
  PREVIOUS_FIELD_KEY: setting.secretOrEmpty(32).optional(),
  /** Keys the index of phones and identity numbers. */
  INDEX_KEY: setting.secret(32),
  /** The administrator's password until it is changed at the first sign-in; used only while there is no account. */
  FIRST_PASSWORD: z.string().min(12),
  /** Whether accounts that let others in, work on the running system or look at whole numbers must have a second factor, or may. */
  SECOND_FACTOR: z.enum(['demanded', 'offered']).default('demanded'),
  /** The city's identity provider (OpenID Connect), by its issuer; without one nobody signs in by it, with one the others are needed, too. */
  IDENTITY_PROVIDER_ISSUER: setting.urlOrEmpty.default(''),
  IDENTITY_PROVIDER_CLIENT_ID: z.string().default(''),
  /** A file with the secret that the provider has given to this installation; without one it is a public client. */
  IDENTITY_PROVIDER_CLIENT_SECRET_FILE: z.string().default(''),
  /** What the button says. */
  IDENTITY_PROVIDER_NAME_ZH: z.string().max(40).default(''),
  IDENTITY_PROVIDER_NAME_EN: z.string().max(40).default(''),
  /** Values of `amr` or `acr`, by comma, by which the provider says that it asked for a second factor; none: it does not count. */
  IDENTITY_PROVIDER_SECOND_FACTOR: z.string().default(''),
  /** The portal as browsers reach it: the provider sends them back there. */
  PORTAL_URL: setting.urlOrEmpty.default(''),
  /** Whether a grant that lets others in or works on the running system waits for a second account, or is given by one alone. */
  ADMINISTRATION: z.enum(['four-eyes', 'alone']).default('four-eyes'),
  /** A JSON file with the installation's own legal bases and terms of keeping; not set: those of the product. */
  PERSONAL_DATA_FILE: z.string().default(''),
})

const membershipSettings = environmentSettings.transform((given, context) => {
  checkSigningKey(given, context)
  return { ...given, identityProvider: providerIn(given, context) }
})

/** The settings of membership, parsed. */
export type MembershipSettings = z.output<typeof membershipSettings> & { personalData: PersonalData }

/** The settings of membership. Throws one message that names what is missing or wrong. */
export function settings(environment: NodeJS.ProcessEnv): MembershipSettings {
  const read = readSettings(membershipSettings, environment)
  return { ...read, personalData: readPersonalData(read.PERSONAL_DATA_FILE) }
}
