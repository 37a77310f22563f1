import { createHmac } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { LOGGER, Rejected, SETTINGS, type Language, type Logger } from '@sizhang/service-kit'
import * as oidc from 'openid-client'
import type { MembershipSettings } from '../config'
import type { Flow } from './identity-flows.store'
import { askedSecondFactor, CLOCK_TOLERANCE, isOfSignIn } from './identity-provider.domain'
import { isSafe, type ProviderSettings } from './provider-settings'

/** Whom the provider vouches for. */
export interface Identity {
  /** Keyed hash of issuer and subject. */
  key: string
  /** Whether the provider has asked for a second factor that counts. */
  secondFactor: boolean
}

const ANSWERS_WITHIN_SECONDS = 5

/** The provider could not be reached, answered too late, or had a fault of its own. */
class ProviderAway extends Error {}

/**
 * The city's identity provider, by OpenID Connect: code flow with PKCE (RFC 7636), state and nonce. What it says is believed only with its
 * signature, issuer, audience, nonce and time as they have to be. Whatever is not refuses in one text; why, the log says by a code.
 */
@Injectable()
export class IdentityProvider {
  private readonly settings: ProviderSettings | null
  private readonly key: Buffer
  /** What the provider is saying of itself to those who ask at this moment. */
  private discovering: Promise<oidc.Configuration> | undefined

  constructor(
    @Inject(SETTINGS) { identityProvider, INDEX_KEY }: Pick<MembershipSettings, 'identityProvider' | 'INDEX_KEY'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.settings = identityProvider
    this.key = INDEX_KEY
  }

  /** What the button says; null: there is no provider. */
  get name(): Record<Language, string> | null {
    return this.settings?.name ?? null
  }

  /** Where a browser shows who sits before it. `again`: also somebody who is signed in there already. */
  addressFor({ state, nonce, verifier }: Flow['proof'], again: boolean): Promise<string> {
    return this.asked(async (settings) => {
      const address = oidc.buildAuthorizationUrl(await this.discovered(settings), {
        redirect_uri: settings.returnsTo.href,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(again && { prompt: 'login' }),
      })
      if (!isSafe(address)) throw new Error('the authorization endpoint is neither https: nor on loopback')
      return address.href
    })
  }

  /** Whom the provider vouches for, by the answer with which it sent the browser back: the query of the address. */
  identify({ proof, startedAt }: Flow, answer: string): Promise<Identity> {
    return this.asked(async (settings) => {
      const address = new URL(settings.returnsTo)
      address.search = answer
      const tokens = await oidc.authorizationCodeGrant(await this.discovered(settings), address, {
        expectedState: proof.state,
        expectedNonce: proof.nonce,
        pkceCodeVerifier: proof.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims || !isOfSignIn(new Date(claims.iat * 1_000), { startedAt, now: new Date() }))
        throw new Error('the token is of another time')
      return {
        key: this.keyOf(claims.iss, claims.sub),
        secondFactor: askedSecondFactor({ amr: claims['amr'], acr: claims['acr'] }, settings.secondFactor),
      }
    })
  }

  private async asked<Answer>(ask: (settings: ProviderSettings) => Promise<Answer>): Promise<Answer> {
    if (!this.settings) throw new Rejected('IDENTITY_PROVIDER_NONE')
    try {
      return await ask(this.settings)
    } catch (error) {
      // Neither answers nor tokens: they say who it was.
      this.logger.warn({ reason: reasonOf(error) }, 'the identity provider did not vouch for anybody')
      throw new Rejected(isAway(error) ? 'IDENTITY_PROVIDER_AWAY' : 'IDENTITY_REFUSED')
    }
  }

  /** Those who ask at once share one answer: strangers may ask as well, and the provider is asked one by one for all of them. */
  private discovered(settings: ProviderSettings): Promise<oidc.Configuration> {
    this.discovering ??= discovered(settings).finally(() => (this.discovering = undefined))
    return this.discovering
  }

  private keyOf(issuer: string, subject: string): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify(['identity', issuer, subject]))
      .digest('base64url')
  }
}

/**
 * What a provider says of itself, when it says that it is the issuer. It is asked each time: so nobody is sent to one that is away, and its
 * keys are those of now. The library's default leaves signatures to TLS: here they are checked.
 */
function discovered({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const ofLoopback = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const metadata = { [oidc.clockTolerance]: CLOCK_TOLERANCE / 1_000 }
  const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret)
  return oidc.discovery(issuer, clientId, metadata, authentication, {
    timeout: ANSWERS_WITHIN_SECONDS,
    execute: [...ofLoopback, oidc.enableNonRepudiationChecks],
    [oidc.customFetch]: fetchOrAway,
  })
}

async function fetchOrAway(...asked: Parameters<oidc.CustomFetch>): Promise<Response> {
  const [url, options] = asked
  const answer = await fetch(url, options as RequestInit).catch((error: unknown) => {
    throw new ProviderAway('no answer', { cause: error })
  })
  if (answer.status >= 500) throw new ProviderAway(`answered ${answer.status}`)
  return answer
}

function isAway(error: unknown): boolean {
  return error instanceof ProviderAway || (error instanceof Error && isAway(error.cause))
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
