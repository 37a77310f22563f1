import { refusalCatalogue, Rejected, type RefusalCode } from '@sizhang/service-kit'
import { z } from 'zod'
import { ServiceAway, type Services } from '../composition/services'

const account = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  /** What the account may do today, somewhere: pages offer nothing else. */
  verbs: z.array(z.string()),
  mustChangePassword: z.boolean(),
  /** It administrates without a second factor, where one is demanded. */
  mustEnrol: z.boolean(),
  /** When a session of it was ended because its key was used twice; null: never, or the owner has read it. */
  keyUsedTwiceAt: z.string().nullable(),
})
const begun = z.object({ session: z.string(), account })
const challenged = z.object({ challenge: z.string() })
const listed = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      address: z.string(),
      browser: z.string(),
      startedAt: z.string(),
      usedAt: z.string(),
      endsUnusedAt: z.string(),
      endsAt: z.string(),
      isThis: z.boolean(),
    }),
  ),
})
const secondFactor = z.object({ since: z.string().nullable(), recoveryCodesLeft: z.number() })
const offered = z.object({ secret: z.string(), uri: z.string() })
const providerName = z.object({ name: z.object({ zh: z.string(), en: z.string() }).nullable() })
const sentToProvider = z.object({ flow: z.string(), address: z.string() })
const isBack = { next: z.string().nullable() }
const returned = z.union([begun.extend(isBack), challenged.extend(isBack), z.object({ linked: z.literal(true), ...isBack })])
const identity = z.object({ since: z.string().nullable(), hasPassword: z.boolean() })
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
const invited = z.object({ name: z.string(), holder: z.string() })
const exchanged = z.object({ token: z.string(), account, renewed: z.string().optional() })
const refused = z.object({
  error: z.looseObject({ code: z.string(), field: z.string().nullish(), details: z.record(z.string(), z.unknown()).nullish() }),
})

/** Who is signed in. */
export type SignedIn = z.output<typeof account>

/** Who has just signed in. */
export type Begun = z.output<typeof begun>
/** An open session as its owner sees it. */
export type ListedSession = z.output<typeof listed>['sessions'][number]
/** Whether somebody has a second factor. */
export type SecondFactor = z.output<typeof secondFactor>
/** A secret for a second factor, as text and as the address of a QR code. */
export type OfferedFactor = z.output<typeof offered>
/** What the button of the city's identity provider says; null: there is none. */
export type ProviderName = z.output<typeof providerName>
/** Where a browser goes to show who sits before it, and the secret with which it comes back. */
export type SentToProvider = z.output<typeof sentToProvider>
/** What became of a browser that was at the provider. */
export type ReturnedFromProvider = z.output<typeof returned>
/** Whether the identity provider opens an account, and whether a password does. */
export type Identity = z.output<typeof identity>
/** Recovery codes, seen this once. */
export type RecoveryCodes = z.output<typeof recoveryCodes>

/** Whence somebody comes, and the trace that the request belongs to: the audit of membership keeps it. */
export interface Whence {
  address: string
  browser: string
  trace: string
}

/** Whether the next key of a session can be taken along, and whether this asks again for a stream that the key has opened. */
export interface Using {
  renewable?: boolean
  held?: boolean
}

/** Sign-in and sessions belong to membership; this is how the gateway asks for them. A refusal of membership is thrown as it came. */
export class MembershipClient {
  constructor(private readonly services: Services) {}

  async signIn(credentials: { account: string; password: string } & Whence): Promise<Begun | z.output<typeof challenged>> {
    return z.union([begun, challenged]).parse(await this.ask('POST', '/sessions', credentials))
  }

  async meetChallenge(answer: { challenge: string; code: string } & Whence): Promise<Begun> {
    return begun.parse(await this.ask('POST', '/sessions/code', answer))
  }

  /** The session for a caller token of five minutes. */
  async exchange(session: string, using: Using = {}): Promise<z.output<typeof exchanged>> {
    return exchanged.parse(await this.ask('POST', '/sessions/exchange', { session, ...using }))
  }

  async sessionsOf(session: string): Promise<z.output<typeof listed>> {
    return listed.parse(await this.ask('POST', '/sessions/list', { session }))
  }

  async endSession(which: { session: string; id: string }): Promise<void> {
    await this.ask('POST', '/sessions/end', which)
  }

  async endOtherSessions(session: string): Promise<void> {
    await this.ask('POST', '/sessions/end-others', { session })
  }

  async noticeRead(read: { session: string } & Whence): Promise<void> {
    await this.ask('POST', '/sessions/notice-read', read)
  }

  async secondFactor(session: string): Promise<SecondFactor> {
    return secondFactor.parse(await this.ask('POST', '/second-factor/read', { session }))
  }

  async offerFactor(asked: { session: string; password: string } & Whence): Promise<OfferedFactor> {
    return offered.parse(await this.ask('POST', '/second-factor/offer', asked))
  }

  async enrolFactor(confirmed: { session: string; code: string } & Whence): Promise<RecoveryCodes> {
    return recoveryCodes.parse(await this.ask('POST', '/second-factor/enrol', confirmed))
  }

  async renewRecoveryCodes(asked: { session: string; password: string } & Whence): Promise<RecoveryCodes> {
    return recoveryCodes.parse(await this.ask('POST', '/second-factor/recovery-codes', asked))
  }

  async signOut(ended: { session: string } & Whence): Promise<void> {
    await this.ask('DELETE', '/sessions', ended)
  }

  async changePassword(change: { session: string; old: string; new: string } & Whence): Promise<void> {
    await this.ask('POST', '/password', change)
  }

  /** Whom an invitation is for. */
  async invited(invitation: string): Promise<z.output<typeof invited>> {
    return invited.parse(await this.ask('POST', '/invitations/read', { invitation }))
  }

  async acceptInvitation(acceptance: { invitation: string; new: string } & Whence): Promise<void> {
    await this.ask('POST', '/invitations/accept', acceptance)
  }

  async providerName(): Promise<ProviderName> {
    return providerName.parse(await this.ask('POST', '/identity-provider/name', {}))
  }

  /** To sign in, or to accept an invitation; `next` is a page of the portal. */
  async sendToProvider(purpose: { invitation?: string | undefined; next?: string | undefined } & Whence): Promise<SentToProvider> {
    return sentToProvider.parse(await this.ask('POST', '/identity-provider/begin', purpose))
  }

  async sendToLink(asked: { session: string; password: string } & Whence): Promise<SentToProvider> {
    return sentToProvider.parse(await this.ask('POST', '/identity-provider/link', asked))
  }

  async returnFromProvider(
    back: { flow: string | undefined; answer: string; session: string | undefined } & Whence,
  ): Promise<ReturnedFromProvider> {
    return returned.parse(await this.ask('POST', '/identity-provider/finish', back))
  }

  async identityOf(session: string): Promise<Identity> {
    return identity.parse(await this.ask('POST', '/identity-provider/read', { session }))
  }

  async unlinkIdentity(asked: { session: string; password: string } & Whence): Promise<void> {
    await this.ask('POST', '/identity-provider/unlink', asked)
  }

  /** Has it written down that an account asked what it has no right to ask, by its caller token. */
  async operationRefused(refused: { token: string; operation: string | null } & Omit<Whence, 'browser'>): Promise<void> {
    await this.ask('POST', '/operations/refused', refused)
  }

  /** Asks membership; the trace of what is said, and a caller token, go along as headers. */
  private async ask(method: 'POST' | 'DELETE', path: string, said: object): Promise<unknown> {
    const { trace, token, ...body } = said as Partial<Whence & { token: string }>
    const headers = { ...(trace && { 'x-correlation-id': trace }), ...(token && { authorization: `Bearer ${token}` }) }
    const answer = await this.services.exchange('membership', method, path, { body, headers }).catch((error: unknown) => {
      if (error instanceof ServiceAway) throw new Rejected('UNAVAILABLE', { service: 'membership' })
      throw error
    })
    if (answer.status < 300) return answer.body
    const refusal = refused.safeParse(answer.body)
    if (!refusal.success) throw new Rejected('UNAVAILABLE', { service: 'membership' })
    const { code, field, details } = refusal.data.error
    throw new Rejected(isKnown(code) ? code : 'UNAVAILABLE', { ...details, ...(field && { field }) })
  }
}

function isKnown(code: string): code is RefusalCode {
  return code in refusalCatalogue
}
