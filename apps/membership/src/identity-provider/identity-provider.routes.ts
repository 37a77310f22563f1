import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common'
import { Rejected, type Language } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AccountsStore, type Origin, type StoredAccount } from '../accounts/accounts.store'
import { keyOfInvitation } from '../credentials/invitations'
import { generationOf } from '../credentials/openings.domain'
import { readBody, secret, whence } from '../sessions/read-body'
import { SessionsStore } from '../sessions/sessions.store'
import { SignedIn } from '../sessions/signed-in'
import { ChallengesStore } from '../sign-in/challenges.store'
import { SignInAudit } from '../sign-in/sign-in-audit'
import { SignInLimits } from '../sign-in/sign-in-limits'
import { SignIns, type Begun, type Whence } from '../sign-in/sign-ins'
import { acceptByIdentity, linkIdentity, unlinkOwnIdentity } from './identity-provider.domain'
import { IdentityProvider, type Identity } from './identity-provider'
import { IdentityFlowsStore, type Flow, type Purpose } from './identity-flows.store'

const ofSession = z.object({ session: secret })
const beginning = z.object({ invitation: secret.optional(), next: z.string().max(2_000).startsWith('/').optional(), ...whence })
/** Who sits down at a screen that was left open has no password, and changes nothing here. */
const withPassword = z.object({ session: secret, password: secret, ...whence })
const returning = z.object({ flow: secret.optional(), answer: z.string().max(8_000), session: secret.optional(), ...whence })

/** As what the audit keeps it when somebody is not let in, whom it would be by his purpose, and what he is told. */
const ACTIONS = { SIGN_IN: 'signIn', LINK: 'linkIdentity', ACCEPT: 'acceptInvitation' } as const
const NOT_LET_IN = [
  'IDENTITY_REFUSED',
  'IDENTITY_NOT_LINKED',
  'IDENTITY_NEEDS_PASSWORD',
  'IDENTITY_TAKEN',
  'IDENTITY_LINKED_ALREADY',
  'INVITATION_INVALID',
  'UNAUTHENTICATED',
] as const

/** Where a browser goes, and the secret with which it comes back. */
interface Sent {
  flow: string
  address: string
}

/** What a browser that came back is told: it is signed in or asked for a code, or the account it was signed in with is linked. */
type Returned = (Begun | { challenge: string } | { linked: true }) & { next: string | null }

/** Sign-in by the city's identity provider: these routes are between the gateway and membership, people use the gateway's. */
@Controller('identity-provider')
export class IdentityProviderRoutes {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly flows: IdentityFlowsStore,
    private readonly accounts: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly challenges: ChallengesStore,
    private readonly signedIn: SignedIn,
    private readonly signIns: SignIns,
    private readonly limits: SignInLimits,
    private readonly audit: SignInAudit,
  ) {}

  /** What the provider's button says; null: there is none. */
  @Post('name')
  @HttpCode(200)
  name(): { name: Record<Language, string> | null } {
    return { name: this.provider.name }
  }

  /** Sends a browser to the provider: to sign in, or to accept an open invitation. */
  @Post('begin')
  @HttpCode(200)
  async begin(@Body() body: unknown, @Req() request: FastifyRequest): Promise<Sent> {
    const { invitation, next = null, address } = readBody(beginning, body)
    const origin = this.audit.origin(request, address)
    if (invitation === undefined) return this.sent({ kind: 'SIGN_IN' }, next, origin)
    const key = keyOfInvitation(invitation)
    const { _id: accountId } = await this.accounts.invited(key)
    return this.sent({ kind: 'ACCEPT', accountId, invitation: key }, next, origin)
  }

  /** Sends the owner of an account to the provider to link it, who has given the password once more. */
  @Post('link')
  @HttpCode(200)
  async link(@Body() body: unknown, @Req() request: FastifyRequest): Promise<Sent> {
    const { session, password, address } = readBody(withPassword, body)
    const { account } = await this.signedIn.of(session)
    const accountId = account._id
    if (account.identity) throw new Rejected('IDENTITY_LINKED_ALREADY')
    const origin = this.audit.origin(request, address)
    await this.checkPassword(accountId, password, origin, 'linkIdentity')
    return this.sent({ kind: 'LINK', accountId }, null, origin)
  }

  /** A browser is back from the provider, with its answer. One that was not sent there, or brings no flow along, is refused. */
  @Post('finish')
  @HttpCode(200)
  async finish(@Body() body: unknown, @Req() request: FastifyRequest): Promise<Returned> {
    const { flow: shown, answer, session, ...place } = readBody(returning, body)
    const from: Whence = { origin: this.audit.origin(request, place.address), ...place }
    const flow = shown === undefined ? null : await this.flows.take(shown)
    await this.limits.attemptByProvider(place.address, flow !== null)
    if (!flow) {
      await this.audit.append({ ...from.origin, accountId: null }, 'signIn', 'IDENTITY_REFUSED')
      throw new Rejected('IDENTITY_REFUSED')
    }
    return this.letIn(flow.purpose, from.origin, this.returned(flow, { answer, session }, from))
  }

  /** Whether the account of a session is linked, since when, and whether a password opens it, too. */
  @Post('read')
  @HttpCode(200)
  async read(@Body() body: unknown): Promise<{ since: Date | null; hasPassword: boolean }> {
    const { account } = await this.signedIn.of(readBody(ofSession, body).session)
    return { since: account.identity?.since ?? null, hasPassword: account.passwordHash !== null }
  }

  /** Takes the link from the account of a session, and signs it out everywhere else. */
  @Post('unlink')
  @HttpCode(204)
  async unlink(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const { session: shown, password, address } = readBody(withPassword, body)
    const { session, account } = await this.signedIn.of(shown)
    const accountId = account._id
    if (account.passwordHash === null) throw new Rejected('IDENTITY_ONLY_WAY_IN')
    const origin = this.audit.origin(request, address)
    await this.checkPassword(accountId, password, origin, 'unlinkIdentity')
    const unlinked = await this.accounts.itself(accountId, 'unlinkIdentity', (known) => unlinkOwnIdentity(known, accountId), origin)
    await this.challenges.endAll(accountId)
    await this.sessions.keepOnly(session, generationOf(unlinked))
  }

  /** Nothing is kept of one who cannot be sent. Who is to be linked shows who he is anew: somebody else may be signed in there. */
  private async sent(purpose: Purpose, next: string | null, origin: Origin): Promise<Sent> {
    const { secret: flow, proof } = this.flows.prepare()
    const address = await this.letIn(purpose, origin, this.provider.addressFor(proof, purpose.kind !== 'SIGN_IN'))
    await this.flows.begin(flow, purpose, next)
    return { flow, address }
  }

  /** What comes of it; when somebody is not let in, that is written down, with the account that he wanted to open, where that is known. */
  private letIn<Result>(purpose: Purpose, origin: Origin, outcome: Promise<Result>): Promise<Result> {
    const accountId = 'accountId' in purpose ? purpose.accountId : null
    return this.audit.checked(async () => ({ ...origin, accountId }), NOT_LET_IN, outcome, ACTIONS[purpose.kind])
  }

  private async returned(
    flow: Flow,
    { answer, session }: Pick<z.output<typeof returning>, 'answer' | 'session'>,
    from: Whence,
  ): Promise<Returned> {
    const identity = await this.vouchedFor(flow, answer, from)
    const { purpose, next } = flow
    if (purpose.kind === 'LINK') return { linked: await this.linked(purpose.accountId, identity, session, from), next }
    const account = purpose.kind === 'ACCEPT' ? await this.accepted(purpose.invitation, identity, from) : await this.found(identity)
    return { ...(await this.signIns.open(account, from, identity.secondFactor)), next }
  }

  /** Whom the provider vouches for. One that is away has said nothing of who came back: that counts as no attempt. */
  private async vouchedFor(flow: Flow, answer: string, { address }: Whence): Promise<Identity> {
    try {
      const identity = await this.provider.identify(flow, answer)
      await this.limits.noAttemptByProvider(address)
      return identity
    } catch (error) {
      if (error instanceof Rejected && error.code === 'IDENTITY_PROVIDER_AWAY') await this.limits.noAttemptByProvider(address)
      throw error
    }
  }

  private async checkPassword(accountId: string, password: string, origin: Origin, action: 'linkIdentity' | 'unlinkIdentity') {
    const check = this.limits.passwordAsked(accountId, () => this.accounts.checkPassword(accountId, password, 'password'))
    await this.audit.checked(async () => ({ ...origin, accountId }), ['PASSWORD_WRONG'], check, action)
  }

  private async found({ key }: Identity): Promise<StoredAccount> {
    const account = await this.accounts.ofIdentity(key)
    if (!account) throw new Rejected('IDENTITY_NOT_LINKED')
    return account
  }

  private async linked(accountId: string, { key }: Identity, session: string | undefined, { origin }: Whence): Promise<true> {
    const { account } = await this.signedIn.of(session ?? '')
    if (account._id !== accountId) throw new Rejected('IDENTITY_REFUSED')
    const now = new Date()
    await this.accounts.itself(accountId, 'linkIdentity', (known) => linkIdentity(known, { accountId, key, now }), origin)
    return true
  }

  /** Who would have to enrol a second factor first needs a password for that, and none is asked for here. */
  private async accepted(invitation: string, { key, secondFactor }: Identity, { origin }: Whence): Promise<StoredAccount> {
    const invited = await this.accounts.invited(invitation)
    if (!secondFactor && (await this.signedIn.willHaveToEnrol(invited))) throw new Rejected('IDENTITY_NEEDS_PASSWORD')
    const linking = { accountId: invited._id, key, now: new Date() }
    const accepted = await this.accounts.acceptAs(invited._id, invitation, (known) => acceptByIdentity(known, linking), origin)
    await this.signIns.endAll(invited._id)
    return { ...invited, ...accepted }
  }
}
