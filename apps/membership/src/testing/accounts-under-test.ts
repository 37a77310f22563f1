import { randomUUID } from 'node:crypto'
import type { Grant } from '@sizhang/service-kit'
import { decodeJwt } from 'jose'
import { FIRST_PASSWORD, type Answered, type MembershipUnderTest } from './service'

const PASSWORD = 'a few words in a row'

/** An account that is signed in, with all that it may do at this moment. */
export interface SignedInAccount {
  account: string
  name: string
  session: string
}

/** Accounts of a membership under test, which act with what they have been granted there, and nothing else. */
export class AccountsUnderTest {
  constructor(private readonly membership: MembershipUnderTest) {}

  /** The account that came with the installation. */
  async first(): Promise<SignedInAccount> {
    return this.signIn('admin', FIRST_PASSWORD)
  }

  /** An account that somebody invites with a grant, and that has chosen its password. */
  async invited(by: SignedInAccount, grant: object, said: object = {}): Promise<SignedInAccount> {
    const name = `account-${randomUUID().slice(0, 8)}`
    const { data, errors } = await this.command<{ invitation: string }>(
      'inviteAccount',
      { name, holder: `使用人 ${name}`, grant, ...said },
      by,
      'invitation',
    )
    expect(errors).toBeUndefined()
    await this.membership.post('/invitations/accept', { invitation: data.inviteAccount?.invitation, new: PASSWORD })
    return this.signIn(name, PASSWORD)
  }

  /** What the account may do at this moment, as each service is told. */
  async grantsOf({ session }: SignedInAccount): Promise<Grant[]> {
    const { body } = await this.membership.post<{ token: string }>('/sessions/exchange', { session })
    return decodeJwt<{ grants: Grant[] }>(body.token).grants
  }

  /** Asks the graph as the account. */
  async ask<Data>(by: SignedInAccount, query: string, variables: Record<string, unknown> = {}): Promise<Answered<Data>> {
    return this.membership.ask<Data>(query, { account: by.account, grants: await this.grantsOf(by), variables })
  }

  /** Sends a command as the account; answers what is selected of its payload. */
  command<Payload>(name: string, input: object, by: SignedInAccount, selection = 'mark', commandId: string = randomUUID()) {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation ($commandId: ID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input) { ${selection} } }`
    return this.ask<Record<string, Payload>>(by, query, { commandId, input })
  }

  private async signIn(name: string, password: string): Promise<SignedInAccount> {
    const { body } = await this.membership.post<{ session: string; account: { id: string } }>('/sessions', { account: name, password })
    return { account: body.account.id, name, session: body.session }
  }
}
