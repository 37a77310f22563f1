import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common'
import { Rejected } from '@sizhang/service-kit'
import { z } from 'zod'
import type { Account } from './accounts.domain'
import { AccountsStore } from './accounts.store'
import { CallerTokenSigner } from './caller-token-signer'
import { SessionsStore } from './sessions.store'

const secret = z.string().min(1).max(1_000)
const credentials = z.object({ account: secret, password: secret })
const ofSession = z.object({ session: secret })
const newPassword = z.object({ session: secret, old: secret, new: secret })

/** Sign-in as the gateway asks for it: these routes are between the two, people use the gateway's. */
@Controller()
export class AccountsRoutes {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly tokens: CallerTokenSigner,
  ) {}

  @Post('sessions')
  @HttpCode(200)
  async signIn(@Body() body: unknown): Promise<{ session: string; account: object }> {
    const { account: name, password } = read(credentials, body)
    const account = await this.accounts.signIn(name, password)
    return { session: await this.sessions.begin(account.id), account: told(account) }
  }

  /** A session for a caller token, which lasts five minutes. */
  @Post('sessions/exchange')
  @HttpCode(200)
  async exchange(@Body() body: unknown): Promise<{ token: string; account: object }> {
    const { session } = read(ofSession, body)
    const account = await this.accounts.find(await this.sessions.use(session))
    if (!account) throw new Rejected('UNAUTHENTICATED')
    return { token: await this.tokens.sign(account), account: told(account) }
  }

  @Delete('sessions')
  @HttpCode(204)
  async signOut(@Body() body: unknown): Promise<void> {
    await this.sessions.end(read(ofSession, body).session)
  }

  /** Changes the password of the one who is signed in, and signs this account out everywhere else. */
  @Post('password')
  @HttpCode(204)
  async changePassword(@Body() body: unknown): Promise<void> {
    const { session, old, new: next } = read(newPassword, body)
    const accountId = await this.sessions.use(session)
    await this.accounts.changePassword(accountId, old, next)
    await this.sessions.endOthers(accountId, session)
  }

  @Get('keys')
  keys(): CallerTokenSigner['keys'] {
    return this.tokens.keys
  }
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new Rejected('REQUEST_INVALID', { field, problem: `${field}: ${issue?.message ?? ''}` })
}

function told({ id, name, roles, mustChangePassword }: Account): object {
  return { id, name, roles, mustChangePassword }
}
