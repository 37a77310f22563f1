import { readFileSync } from 'node:fs'
import type { Language } from '@sizhang/service-kit'
import type { z } from 'zod'

/** The page of the portal to which a provider sends a browser back; to be registered there, behind the portal's address. */
const RETURN_PAGE = '/sign-in/provider/return'
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

/** The city's identity provider, and what it knows of this installation. */
export interface ProviderSettings {
  issuer: URL
  clientId: string
  /** Null: a public client, which has none. */
  clientSecret: string | null
  returnsTo: URL
  /** What its button is called. */
  name: Record<Language, string>
  /** Values of `amr` or `acr` that say that a second factor was asked for. */
  secondFactor: readonly string[]
}

/** As the environment has it; empty: not given. */
interface Given {
  IDENTITY_PROVIDER_ISSUER: string
  IDENTITY_PROVIDER_CLIENT_ID: string
  IDENTITY_PROVIDER_CLIENT_SECRET_FILE: string
  IDENTITY_PROVIDER_NAME_ZH: string
  IDENTITY_PROVIDER_NAME_EN: string
  IDENTITY_PROVIDER_SECOND_FACTOR: string
  PORTAL_URL: string
}

const NEEDED = ['IDENTITY_PROVIDER_CLIENT_ID', 'IDENTITY_PROVIDER_NAME_ZH', 'IDENTITY_PROVIDER_NAME_EN', 'PORTAL_URL'] as const

/** The provider that the settings name, as one; null: they name no issuer. Half of one is an issue with the name of what is missing or wrong. */
export function providerIn(given: Given, context: z.RefinementCtx): ProviderSettings | null {
  if (given.IDENTITY_PROVIDER_ISSUER === '') return null
  const complain = (name: keyof Given, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  for (const name of NEEDED) if (given[name] === '') complain(name, 'is needed with IDENTITY_PROVIDER_ISSUER')
  for (const name of ['IDENTITY_PROVIDER_ISSUER', 'PORTAL_URL'] as const)
    if (given[name] !== '' && !isSafe(new URL(given[name]))) complain(name, 'has to begin with https: (http: on loopback alone)')
  if (context.issues.length > 0) return null
  return {
    issuer: new URL(given.IDENTITY_PROVIDER_ISSUER),
    clientId: given.IDENTITY_PROVIDER_CLIENT_ID,
    clientSecret: secretIn(given.IDENTITY_PROVIDER_CLIENT_SECRET_FILE, () =>
      complain('IDENTITY_PROVIDER_CLIENT_SECRET_FILE', 'cannot be read'),
    ),
    returnsTo: new URL(RETURN_PAGE, given.PORTAL_URL),
    name: { zh: given.IDENTITY_PROVIDER_NAME_ZH, en: given.IDENTITY_PROVIDER_NAME_EN },
    secondFactor: given.IDENTITY_PROVIDER_SECOND_FACTOR.split(',').flatMap((value) => value.trim() || []),
  }
}

/** Whether nobody on the way reads what goes to an address. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
}

/** An empty file is no secret: compose mounts one where none is given. */
function secretIn(file: string, complain: () => void): string | null {
  if (file === '') return null
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch {
    complain()
    return null
  }
}
